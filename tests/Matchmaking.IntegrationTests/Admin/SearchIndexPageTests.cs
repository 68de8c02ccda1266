using System.Net;
using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Indexing.Rebuilds;
using Matchmaking.Core.Outbox;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Matchmaking.IntegrationTests.Admin;

public sealed class SearchIndexPageTests : IDisposable
{
    private const string Page = "/admin/search-index";

    private readonly SiteFactory site = new();
    private readonly World world;

    public SearchIndexPageTests() => world = new World(site);

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task Rebuild_that_was_ordered_puts_a_new_generation_in_place_and_says_who_ordered_it()
    {
        var firm = await world.FirmAsync(Country.KR, "Hanbit");
        await world.PublishedAsync(
            firm,
            ListingKind.Offer,
            new ListingContent
            {
                Language = LanguageCode.En,
                Title = "Separator film",
                Text = "wet process",
            }
        );
        using var client = site.ClientFor(await world.AdministratorAsync());
        await DoneAsync(1);
        var before = await SearchedAsync();

        using var answer = await client.SubmitAsync(Page, $"{Page}/rebuild");
        await DoneAsync(2);
        var page = await client.GetStringAsync(Page);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var after = await SearchedAsync();
        Assert.NotEqual(before.Name, after.Name);
        Assert.Equal(1, after.Documents);
        Assert.Contains(after.Name, page);
        Assert.Contains("Admin", page);
        Assert.DoesNotContain("data-running", page);
        var rebuild = await NewestAsync();
        Assert.Equal((IndexRebuildState.Done, 1, 1), (rebuild.State, rebuild.Written, rebuild.Total));
        Assert.True(
            await site.WithDatabaseAsync(db =>
                db.Set<AuditEntry>().AnyAsync(item => item.SubjectId == rebuild.Id && item.Action == AuditActions.IndexRebuildAsked)
            )
        );
    }

    [Fact]
    public async Task Rebuild_under_way_on_another_node_is_shown_cannot_be_ordered_twice_and_can_be_cancelled()
    {
        using var client = site.ClientFor(await world.AdministratorAsync());
        await DoneAsync(1);
        var now = site.Clock.GetUtcNow().UtcDateTime;
        HeldLease? taken = null;
        await Eventually.TrueAsync(async () => (taken = await TryAcquireAsync()) is not null);
        await using var other = taken;
        var running = new IndexRebuild
        {
            AskedAt = now.AddMinutes(1),
            AskedBy = "Lee",
            State = IndexRebuildState.Running,
            StartedAt = now.AddMinutes(-1),
            Total = 400,
            Written = 100,
        };
        await world.AddAsync(running);

        var figures = await client.GetStringAsync($"{Page}/figures");
        using var again = await client.SubmitAsync(Page, $"{Page}/rebuild");
        using var cancelled = await client.SubmitAsync(Page, $"{Page}/cancel");
        var afterwards = await client.GetStringAsync(Page);

        Assert.Contains("data-running", figures);
        Assert.Contains("100 of 400 firms written", figures);
        Assert.Contains("About 3 min left", figures);
        Assert.Contains("Ordered by Lee", figures);
        Assert.Equal(2, await site.WithDatabaseAsync(db => db.Set<IndexRebuild>().CountAsync()));
        Assert.Contains("Being cancelled", afterwards);
        Assert.True((await NewestAsync()).IsCancelAsked);
    }

    [Fact]
    public async Task Rebuild_that_a_node_left_in_the_middle_is_begun_anew_and_a_cancelled_one_is_ended()
    {
        await DoneAsync(1);
        var now = site.Clock.GetUtcNow().UtcDateTime;
        await world.AddAsync(
            new IndexRebuild
            {
                AskedAt = now.AddMinutes(1),
                AskedBy = "Lee",
                State = IndexRebuildState.Running,
                Total = 9,
                Written = 5,
            }
        );
        await DoneAsync(2);
        await world.AddAsync(
            new IndexRebuild
            {
                AskedAt = now.AddMinutes(2),
                AskedBy = "Lee",
                State = IndexRebuildState.Running,
                IsCancelAsked = true,
            }
        );
        await Eventually.TrueAsync(async () => !(await NewestAsync()).IsOpen);

        Assert.Equal(IndexRebuildState.Cancelled, (await NewestAsync()).State);
    }

    [Fact]
    public async Task Stranger_does_not_learn_that_the_page_exists()
    {
        using var client = site.ClientFor(await world.PersonAsync());

        using var page = await client.GetAsync(Page);
        using var figures = await client.GetAsync($"{Page}/figures");
        using var post = await client.SubmitAsync("/account", $"{Page}/rebuild");

        Assert.All([page, figures, post], answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
    }

    private Task DoneAsync(int count) =>
        Eventually.TrueAsync(async () =>
            await site.WithDatabaseAsync(db => db.Set<IndexRebuild>().CountAsync(item => item.State == IndexRebuildState.Done)) == count
        );

    private Task<IndexRebuild> NewestAsync() =>
        site.WithDatabaseAsync(db => db.Set<IndexRebuild>().AsNoTracking().OrderByDescending(item => item.AskedAt).FirstAsync());

    /// <summary>Whoever has just built gives the lease back a moment after saying so.</summary>
    private Task<HeldLease?> TryAcquireAsync() =>
        site.Services.GetRequiredService<WorkerLeases>().TryAcquireAsync(RebuildPartnerIndex.Lease, TestContext.Current.CancellationToken);

    private async Task<PartnerGeneration> SearchedAsync() =>
        (await site.Services.GetRequiredService<IPartnerIndex>().GenerationsAsync(TestContext.Current.CancellationToken)).Single(
            generation => generation.State == PartnerGenerationState.Searched
        );
}
