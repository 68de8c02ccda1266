using Matchmaking.Core.Common;
using Matchmaking.Core.Listings;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Matchmaking.IntegrationTests.Listings;

public sealed class ListingExpiryTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private static readonly ListingContent Content = new()
    {
        Language = LanguageCode.Ko,
        Title = "수산화리튬",
        Text = "월 40톤",
    };

    [Fact]
    public async Task Listings_past_their_last_day_leave_public_view_and_the_index_is_told()
    {
        var world = new World(site);
        var firm = await world.FirmAsync(Country.KR, "Hanbit");
        var ended = await world.PublishedAsync(firm, ListingKind.Offer, Content with { ValidUntil = new DateOnly(2026, 11, 24) });
        var open = await world.PublishedAsync(firm, ListingKind.Need, Content);
        var indexed = await IndexVersionAsync(firm.Company);

        // 01:00 UTC on the 23rd and 40 hours: 01:00 in China on the 25th, when the site's hourly worker has its turn.
        site.Clock.Advance(TimeSpan.FromHours(40));

        await EventuallyAsync(async () => await StateAsync(ended) == ListingState.Expired);
        Assert.Equal(ListingState.Published, await StateAsync(open));
        Assert.Equal(indexed + 1, await IndexVersionAsync(firm.Company));
    }

    private Task<ListingState> StateAsync(ListingId id) =>
        site.WithDatabaseAsync(db => db.Listings.Where(listing => listing.Id == id).Select(listing => listing.State).SingleAsync());

    private Task<long> IndexVersionAsync(CompanyId id) =>
        site.WithDatabaseAsync(db => db.Companies.Where(company => company.Id == id).Select(company => company.IndexVersion).SingleAsync());

    private static async Task EventuallyAsync(Func<Task<bool>> holds)
    {
        for (var attempt = 0; attempt < 100 && !await holds(); attempt++)
        {
            await Task.Delay(50);
        }

        Assert.True(await holds());
    }
}
