using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Identity;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Outbox;
using Matchmaking.IntegrationTests.Outbox;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Matchmaking.IntegrationTests.Matching;

/// <summary>Whatever befalls the worker or the index: in the end the index holds what the database holds, and nobody was bothered twice.</summary>
public abstract class OutboxFaultContract : IDisposable
{
    private const int FirmCount = 300;
    private const int Kills = 20;
    private const int Mails = 60;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    private readonly string folder = Directory.CreateTempSubdirectory("matchmaking-faults-").FullName;
    private readonly Random random = new(1);
    private readonly List<string> sent = [];
    private Guid author;

    protected string Folder => folder;

    protected abstract IReadOnlyDictionary<string, string?> Settings { get; }

    /// <summary>As if somebody had deleted all that the engine keeps, while nothing runs.</summary>
    protected abstract Task WipeAsync();

    public void Dispose()
    {
        DataFiles.Delete(folder);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Index_holds_what_the_database_holds_whatever_befell_the_worker_and_the_index()
    {
        await FillAsync();
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var node = Node();
            await ChangeAsync(node);
            await KilledAsync(node, kill);
        }

        await AwayAsync();
        await AssertEqualAsync();

        await WipeAsync();
        await using (var node = Node())
        {
            await ChangeAsync(node);
            Assert.Equal(PartnerIndexState.NeedsRebuild, await node.Index.StateAsync(default));
            Assert.NotNull(await node.RebuildAsync());
            await SettledAsync(node);
        }

        await AssertEqualAsync();
        // A mail that a dying worker had sent and not yet written down goes out again under the same identity.
        Assert.Equal(Mails, sent.Distinct(StringComparer.Ordinal).Count());
        Assert.InRange(sent.Count, Mails, Mails + Kills);
    }

    /// <summary>Before, in, or behind the write of a batch, and in the middle of the mails. Nothing of the worker goes on from there.</summary>
    private async Task KilledAsync(IndexNode node, int kill)
    {
        var (inWrite, inMails) = (new TaskCompletionSource(), new TaskCompletionSource());
        var inner = node.Index;
        inner.OnWrite = async changes =>
        {
            inner.OnWrite = null;
            // None, half or all of them.
            await inner.WriteAsync([.. changes.Take(changes.Count * (kill % 3) / 2)], CancellationToken.None);
            await RecordedWork.DieAsync(inWrite);
        };
        _ = node.DispatchAsync(PartnerIndexing.Name, CancellationToken.None);
        await inWrite.Task.WaitAsync(Patience);

        var left = 2;
        node.Mails.OnHandle = _ => left-- == 0 ? RecordedWork.DieAsync(inMails) : Task.CompletedTask;
        await Task.WhenAny(node.DispatchAsync(IndexNode.Mail, CancellationToken.None), inMails.Task).WaitAsync(Patience);
        sent.AddRange(node.Mails.Handled);
        // As if the time had passed for which nobody takes over from a node that may still live.
        await node.WithDatabaseAsync(db => db.WorkerLeases.ExecuteDeleteAsync());
    }

    /// <summary>The server goes away for a while; the work waits and is done by itself.</summary>
    private async Task AwayAsync()
    {
        await using var node = Node();
        await ChangeAsync(node);
        node.Index.IsAway = true;
        for (var attempt = 0; attempt < 15; attempt++)
        {
            await node.DispatchAsync(PartnerIndexing.Name, CancellationToken.None);
            Assert.Equal(PartnerIndexing.Name, Assert.Single(node.Pauses.All).Handler);
            node.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.All(await node.OpenAsync(PartnerIndexing.Name), message => Assert.Equal(0, message.Attempts));
        node.Index.IsAway = false;
        await SettledAsync(node);
        Assert.Empty(node.Pauses.All);
        // The next node's clock is behind this one's.
        await node.WithDatabaseAsync(db => db.WorkerLeases.ExecuteDeleteAsync());
    }

    private async Task SettledAsync(IndexNode node)
    {
        await node.DispatchAsync(PartnerIndexing.Name, CancellationToken.None);
        await node.DispatchAsync(IndexNode.Mail, CancellationToken.None);
        sent.AddRange(node.Mails.Handled);
        Assert.Empty(await node.OpenAsync(PartnerIndexing.Name));
        Assert.Empty(await node.OpenAsync(IndexNode.Mail));
    }

    private async Task AssertEqualAsync()
    {
        await using var node = Node();
        var firms = await node.WithDatabaseAsync(db =>
            db.Companies.Select(company => new
                {
                    company.Id,
                    company.IndexVersion,
                    IsLive = db.Listings.Any(listing => listing.CompanyId == company.Id && listing.State == ListingState.Published),
                })
                .ToListAsync()
        );
        var live = firms.Where(firm => firm.IsLive).Select(firm => firm.Id).Order(ById).ToList();
        Assert.InRange(live.Count, 1, FirmCount - 1);
        Assert.Equal(live, await FoundAsync(node));
        Assert.Equal(live.Count, (await node.Index.StatisticsAsync([], default)).Documents);
        // A document is not older than the database's version if a removal of that version changes nothing, and not newer if the next one does.
        await node.Index.WriteAsync([.. firms.Select(firm => PartnerChange.Removal(firm.Id, firm.IndexVersion))], default);
        Assert.Equal(live, await FoundAsync(node));
        await node.Index.WriteAsync([.. firms.Select(firm => PartnerChange.Removal(firm.Id, firm.IndexVersion + 1))], default);
        Assert.Empty(await FoundAsync(node));
        // The index is as it was again, and every firm has a new version.
        await node.WithDatabaseAsync(async db =>
        {
            foreach (var company in await db.Companies.ToListAsync())
            {
                company.RaiseIndexVersion();
                company.RaiseIndexVersion();
                Tell(db, company.Id);
            }

            return await db.SaveChangesAsync();
        });
        await SettledAsync(node);
    }

    private static async Task<IReadOnlyList<CompanyId>> FoundAsync(IndexNode node) =>
        [.. (await node.Index.SearchAsync(new PartnerQuery { Limit = FirmCount + 1 }, default)).Select(hit => hit.Id).Order(ById)];

    private static Comparer<CompanyId> ById { get; } = Comparer<CompanyId>.Create((left, right) => left.Value.CompareTo(right.Value));

    private IndexNode Node() => new(folder, Settings, Start);

    private async Task FillAsync()
    {
        await using var node = Node();
        await node.WithDatabaseAsync(async db =>
        {
            await db.Database.MigrateAsync();
            return true;
        });
        Assert.NotNull(await node.RebuildAsync());
        await node.WithDatabaseAsync(async db =>
        {
            var person = new AppUser
            {
                Id = Guid.CreateVersion7(),
                DisplayName = "Kim",
                UserName = "kim@example.com",
            };
            author = person.Id;
            db.Add(person);
            for (var number = 0; number < FirmCount; number++)
            {
                var firm = FaultFirms.Register(number, Start.UtcDateTime);
                db.AddRange(firm, FaultFirms.Published(firm.Id, author, Start.UtcDateTime));
                Tell(db, firm.Id);
            }

            db.AddRange(Enumerable.Range(0, Mails).Select(number => Message(IndexNode.Mail, IndexNode.MailKind, $"{number}")));
            return await db.SaveChangesAsync();
        });
    }

    /// <summary>Some firms publish, some withdraw all they have; each is told of twice, in no order.</summary>
    private Task<int> ChangeAsync(IndexNode node) =>
        node.WithDatabaseAsync(async db =>
        {
            var companies = await db.Companies.ToListAsync();
            foreach (var company in random.GetItems(companies.ToArray(), 12).Distinct())
            {
                var live = await db
                    .Listings.Where(listing => listing.CompanyId == company.Id && listing.State == ListingState.Published)
                    .ToListAsync();
                live.ForEach(listing => Assert.True(listing.Withdraw(author, Start.UtcDateTime).Succeeded));
                if (live.Count == 0)
                {
                    db.Add(FaultFirms.Published(company.Id, author, Start.UtcDateTime));
                }

                company.RaiseIndexVersion();
                Tell(db, company.Id);
            }

            return await db.SaveChangesAsync();
        });

    private void Tell(Core.Data.AppDbContext db, CompanyId firm)
    {
        var happened = CompanyEvents.OfChange(firm);
        db.AddRange(
            Message(PartnerIndexing.Name, happened.Kind, happened.Payload),
            Message(PartnerIndexing.Name, happened.Kind, happened.Payload)
        );
    }

    private OutboxMessage Message(string handler, string kind, string payload) =>
        new()
        {
            Handler = handler,
            Kind = kind,
            Payload = payload,
            CreatedAt = Start.UtcDateTime,
            NotBefore = Start.UtcDateTime.AddSeconds(-random.Next(10_000)),
        };
}

public sealed class LuceneOutboxFaultTests : OutboxFaultContract
{
    protected override IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>();

    protected override Task WipeAsync()
    {
        Directory.Delete(Path.Combine(Folder, "index"), recursive: true);
        return Task.CompletedTask;
    }
}
