using Matchmaking.Core.Data;
using Matchmaking.Core.Outbox;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Matchmaking.IntegrationTests.Database;

/// <summary>What the documented commands promise, on each database: a copy of one moment, and all of it back.</summary>
public abstract class BackupContract
{
    private const int Writers = 3;

    /// <summary>Of no handler, so that no site takes it.</summary>
    private const string Handler = "retired";

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Settings of a site on the database that is backed up.</summary>
    protected abstract IReadOnlyDictionary<string, string> Source { get; }

    /// <summary>Settings of a site on the database that the copy is restored to.</summary>
    protected abstract IReadOnlyDictionary<string, string> Restored { get; }

    protected abstract Task CreateAsync();

    protected abstract AppDbContext Open(IReadOnlyDictionary<string, string> settings);

    protected abstract Task BackUpAsync(string name);

    /// <summary>In the place of whatever was restored before.</summary>
    protected abstract Task RestoreAsync(string name);

    protected async Task Copy_taken_while_others_write_is_of_one_moment_and_one_taken_in_peace_is_the_same_in_every_row()
    {
        await CreateAsync();
        await using (var db = Open(Source))
        {
            SampleRows.For(db);
            await db.SaveChangesAsync(Token);
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var writing = Enumerable.Range(0, Writers).Select(writer => Task.Run(() => WriteAsync(writer, end.Token), Token)).ToArray();
        await Eventually.TrueAsync(async () => (await PairsAsync(Source)).First.Count > Writers);
        var before = (await PairsAsync(Source)).First.Count;
        await BackUpAsync("busy");
        var after = (await PairsAsync(Source)).First.Count;
        await end.CancelAsync();
        await Task.WhenAll(writing);
        await RestoreAsync("busy");

        var (first, second) = await PairsAsync(Restored);
        Assert.Equal(first, second);
        Assert.InRange(first.Count, before, after);
        Assert.Subset((await PairsAsync(Source)).First, first);
        Assert.Equal(await WithoutWrittenAsync(Source), await WithoutWrittenAsync(Restored));

        await BackUpAsync("quiet");
        await RestoreAsync("quiet");

        var expected = await DigestAsync(Source);
        Assert.Equal(expected, await DigestAsync(Restored));
        Assert.All(expected, table => Assert.True(table.Value.Rows > 0, $"{table.Key} was empty: nothing was compared."));
    }

    protected async Task Site_on_the_restored_database_finds_the_partners()
    {
        var seeded = await BuiltVerb.RunAsync(Source, "seed-demo");
        Assert.True(seeded.Exit == 0, seeded.Error);
        await BackUpAsync("demo");
        await RestoreAsync("demo");

        using var site = await BuiltSite.StartAsync(Restored, Token);
        using var client = new HttpClient { BaseAddress = site.Address };
        using var signedIn = await client.SubmitAsync(
            "/sign-in",
            "/sign-in",
            ("Email", "suzhou@demo.example"),
            ("Password", Core.Data.Demonstration.DemonstrationData.Password)
        );
        await Eventually.TrueAsync(
            async () => (await client.GetStringAsync("/partners", Token)).Contains("두레솔", StringComparison.Ordinal),
            TimeSpan.FromMinutes(2)
        );
    }

    private async Task WriteAsync(int writer, CancellationToken end)
    {
        for (var number = 0; !end.IsCancellationRequested; number++)
        {
            await using var db = Open(Source);
            var now = TimeProvider.System.GetUtcNow().UtcDateTime;
            db.AddRange(Message("first", $"{writer}-{number}", now), Message("second", $"{writer}-{number}", now));
            await db.SaveChangesAsync(Token);
            // SQLite works on the calling thread and never waits by itself.
            await Task.Delay(TimeSpan.FromMilliseconds(5), CancellationToken.None);
        }
    }

    private static OutboxMessage Message(string kind, string payload, DateTime now) =>
        new()
        {
            Handler = Handler,
            Kind = kind,
            Payload = payload,
            CreatedAt = now,
            NotBefore = now,
        };

    /// <summary>What was written together must be copied together.</summary>
    private async Task<(SortedSet<string> First, SortedSet<string> Second)> PairsAsync(IReadOnlyDictionary<string, string> settings)
    {
        await using var db = Open(settings);
        var rows = await db.OutboxMessages.AsNoTracking().Where(message => message.Handler == Handler).ToListAsync(Token);
        return (Payloads("first"), Payloads("second"));

        SortedSet<string> Payloads(string kind) =>
            new(rows.Where(row => row.Kind == kind).Select(row => row.Payload), StringComparer.Ordinal);
    }

    private async Task<SortedDictionary<string, DatabaseDigest.Table>> DigestAsync(IReadOnlyDictionary<string, string> settings)
    {
        await using var db = Open(settings);
        return await DatabaseDigest.OfAsync(db);
    }

    /// <summary>Without what the writers add to: their messages, and on a server a receipt of each save.</summary>
    private async Task<SortedDictionary<string, DatabaseDigest.Table>> WithoutWrittenAsync(IReadOnlyDictionary<string, string> settings)
    {
        var digest = await DigestAsync(settings);
        Assert.True(digest.Remove(nameof(AppDbContext.OutboxMessages)));
        Assert.True(digest.Remove("SaveReceipts"));
        return digest;
    }
}
