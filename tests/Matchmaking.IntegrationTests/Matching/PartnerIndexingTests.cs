using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Matchmaking.IntegrationTests.Matching;

public sealed class PartnerIndexingTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private readonly World world = new(site);

    [Fact]
    public async Task Published_listing_is_found_after_its_commit_and_a_withdrawn_one_no_more()
    {
        var firm = await world.FirmAsync(Country.CN, "澄锂");
        var listing = await world.PublishedAsync(firm, ListingKind.Offer, Content("电池级氢氧化锂"));
        await TellAsync(firm.Company);
        Assert.Contains(firm.Company, await FoundAsync());

        await site.WithDatabaseAsync(async db =>
        {
            var withdrawn = (await db.Listings.SingleAsync(item => item.Id == listing)).Withdraw(
                firm.UserId,
                site.Clock.GetUtcNow().UtcDateTime
            );
            Assert.True(withdrawn.Succeeded);
            return await db.SaveChangesAsync();
        });
        await TellAsync(firm.Company);

        Assert.DoesNotContain(firm.Company, await FoundAsync());
    }

    [Fact]
    public async Task Rebuild_finds_all_that_is_live_and_nothing_else()
    {
        var (live, silent) = (await world.FirmAsync(Country.CN, "汇能"), await world.FirmAsync(Country.CN, "无声"));
        await world.PublishedAsync(live, ListingKind.Offer, Content("氢氧化锂"));
        await site.WithDatabaseAsync(async db =>
        {
            db.Add(
                Listing.Draft(silent.Company, ListingKind.Offer, Content("氢氧化锂"), silent.UserId, site.Clock.GetUtcNow().UtcDateTime)
            );
            return await db.SaveChangesAsync();
        });

        await site.RebuildIndexAsync();

        var found = await FoundAsync();
        Assert.Contains(live.Company, found);
        Assert.DoesNotContain(silent.Company, found);
    }

    private static ListingContent Content(string title) =>
        new()
        {
            Language = LanguageCode.Zh,
            Title = title,
            Text = "纯度99.5%以上",
        };

    private async Task TellAsync(CompanyId id)
    {
        await site.WithServicesAsync(async services =>
        {
            await services.GetRequiredService<SaveIndexedChange>().ExecuteAsync(id, CancellationToken.None);
            return true;
        });
        await site.SettleAsync();
    }

    private async Task<IReadOnlyList<CompanyId>> FoundAsync()
    {
        var index = site.Services.GetRequiredService<IPartnerIndex>();
        var hits = await index.SearchAsync(new PartnerQuery { Limit = 100 }, CancellationToken.None);
        return [.. hits.Select(hit => hit.Id)];
    }
}
