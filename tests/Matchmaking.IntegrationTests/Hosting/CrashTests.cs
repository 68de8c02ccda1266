using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Data;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Moderation;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Matchmaking.IntegrationTests.Hosting;

/// <summary>What was committed is found after a crash, and nothing else, whatever the crash interrupted.</summary>
public sealed class CrashTests : IDisposable
{
    private const int Waiting = 100;
    private const int PublishedBeforeTheCrash = 25;
    private const int Reviewers = 3;
    private const string Mail = "reviewer@example.com";
    private const string Word = "Hydroxide";

    private readonly string folder = Directory.CreateTempSubdirectory("matchmaking-crash-").FullName;
    private readonly ConcurrentQueue<(ListingId Id, long Version)> queue = [];
    private readonly ConcurrentBag<string> acknowledged = [];

    public void Dispose()
    {
        DataFiles.Delete(folder);
    }

    [Fact]
    public async Task All_that_was_committed_before_a_crash_is_found_after_the_next_start_and_nothing_else()
    {
        await FillAsync();
        using (var site = await BuiltSite.StartAsync(folder, TestContext.Current.CancellationToken))
        {
            using var client = await SignedInAsync(site);
            await Task.WhenAll(Enumerable.Range(0, Reviewers).Select(_ => PublishUntilTheCrashAsync(client, site)));
        }

        var committed = await CommittedAsync();
        Assert.NotEmpty(queue);
        Assert.Subset(committed, acknowledged.ToHashSet(StringComparer.Ordinal));
        await WithDatabaseAsync(async db =>
        {
            // As if the time had passed for which nobody takes over from a node that may still live.
            await db.WorkerLeases.ExecuteDeleteAsync();
            return true;
        });

        using var next = await BuiltSite.StartAsync(folder, TestContext.Current.CancellationToken);
        await Eventually.TrueAsync(
            () => WithDatabaseAsync(async db => !await db.OutboxMessages.AnyAsync(message => message.ProcessedAt == null)),
            TimeSpan.FromMinutes(5)
        );

        var (total, found) = await FoundAsync(next);
        Assert.Equal(committed.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        Assert.Equal(committed.Count, total);
    }

    private async Task PublishUntilTheCrashAsync(HttpClient client, BuiltSite site)
    {
        while (queue.TryDequeue(out var next))
        {
            try
            {
                using var answer = await client.SubmitAsync(
                    "/account",
                    $"/reviews/{next.Id}/decide",
                    ("decision", nameof(ReviewDecision.Published)),
                    ("version", $"{next.Version}")
                );
                Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            }
            catch (HttpRequestException)
            {
                return;
            }

            acknowledged.Add($"{next.Id}");
            if (acknowledged.Count == PublishedBeforeTheCrash)
            {
                // The other reviewers are in the middle of theirs.
                site.Kill();
            }
        }
    }

    private static async Task<HttpClient> SignedInAsync(BuiltSite site)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = site.Address };
        using var signedIn = await client.SubmitAsync("/sign-in", "/sign-in", ("Email", Mail), ("Password", Identity.Visitor.Password));
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        return client;
    }

    private static async Task<(int Total, List<string> Found)> FoundAsync(BuiltSite site)
    {
        using var client = new HttpClient { BaseAddress = site.Address };
        var found = new List<string>();
        for (var number = 1; ; number++)
        {
            using var page = JsonDocument.Parse(await client.GetStringAsync($"/api/search?q={Word}&page={number}"));
            var hits = page.RootElement.GetProperty("hits");
            found.AddRange(
                hits.GetProperty("items").EnumerateArray().Select(hit => hit.GetProperty("listing").GetProperty("id").GetString()!)
            );
            if (number >= hits.GetProperty("count").GetInt32())
            {
                return (hits.GetProperty("total").GetInt32(), found);
            }
        }
    }

    private Task<HashSet<string>> CommittedAsync() =>
        WithDatabaseAsync(async db =>
            (await db.Listings.Where(listing => listing.State == ListingState.Published).Select(listing => listing.Id).ToListAsync())
                .Select(id => $"{id}")
                .ToHashSet(StringComparer.Ordinal)
        );

    /// <summary>A reviewer who has taken many listings, each of a firm of its own.</summary>
    private Task<int> FillAsync() =>
        WithDatabaseAsync(async db =>
        {
            await db.Database.MigrateAsync();
            var now = TimeProvider.System.GetUtcNow().UtcDateTime;
            var reviewer = Identity.Visitor.Account(Mail, "Reviewer");
            var agency = new Agency { Country = Country.KR, Names = new LocalizedText("贸易中心", "무역센터", "Trade Centre") };
            db.AddRange(reviewer, agency, new Membership { UserId = reviewer.Id, AgencyId = agency.Id });
            for (var number = 0; number < Waiting; number++)
            {
                var firm = Company.Register(
                    Country.KR,
                    World.NextNumber(Country.KR),
                    new CompanyProfile { Names = new LocalizedText("公司", "회사", $"Firm {number}"), Sector = "batteries" },
                    new ContactDetails("Kim", "sales@example.com", "+82 2-555-0100"),
                    now
                );
                var content = new ListingContent
                {
                    Language = LanguageCode.En,
                    Title = $"{Word} {number}",
                    Text = "40 t a month",
                };
                var listing = Listing.Draft(firm.Id, ListingKind.Offer, content, reviewer.Id, now);
                Assert.True(listing.Submit(reviewer.Id, now).Succeeded && listing.StartReview().Succeeded);
                db.AddRange(firm, listing, Review.Start(listing.Id, agency.Id, reviewer.Id, now));
            }

            var saved = await db.SaveChangesAsync();
            foreach (var listing in db.Listings.Local)
            {
                queue.Enqueue((listing.Id, listing.Version));
            }

            return saved;
        });

    private async Task<T> WithDatabaseAsync<T>(Func<AppDbContext, Task<T>> work)
    {
        var options = new DbContextOptionsBuilder<SqliteAppDbContext>();
        options.UseSqlite($"Data Source={Path.Combine(folder, "matchmaking.db")}");
        await using var db = new SqliteAppDbContext(options.Options);
        return await work(db);
    }
}
