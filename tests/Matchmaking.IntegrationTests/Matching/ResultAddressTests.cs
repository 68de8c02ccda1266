using System.Net;
using Matchmaking.Core.Common;
using Matchmaking.Core.Listings;
using Matchmaking.IntegrationTests.Site;
using Xunit;

namespace Matchmaking.IntegrationTests.Matching;

public sealed class ResultAddressTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Fact]
    public async Task Order_filters_words_and_listing_survive_each_other_and_the_page_begins_anew()
    {
        var world = new World(site);
        var me = await world.FirmAsync(Country.KR, "한빛");
        var content = new ListingContent
        {
            Language = LanguageCode.Ko,
            Title = "수산화리튬",
            Text = "월 40톤",
        };
        var mine = await world.PublishedAsync(me, ListingKind.Need, content);
        var choices = $"listing={mine}&region=CN-JS&region=CN-GD&verified=true&q=%E9%94%82";
        using var client = site.ClientFor(me.UserId);

        var usual = WebUtility.HtmlDecode(await client.GetStringAsync($"/partners?{choices}&page=3"));
        var newest = WebUtility.HtmlDecode(await client.GetStringAsync($"/partners?{choices}&order=newest&page=3"));
        var ofListing = WebUtility.HtmlDecode(await client.GetStringAsync($"/listings/{mine}/partners?region=CN-JS"));

        Assert.Contains($"href=\"/partners?{choices}&order=newest\"", usual, StringComparison.Ordinal);
        Assert.Contains($"href=\"/partners?{choices}\"", newest, StringComparison.Ordinal);
        Assert.Contains($"href=\"/listings/{mine}/partners?region=CN-JS&order=newest\"", ofListing, StringComparison.Ordinal);
        Assert.Contains("name=\"order\" value=\"newest\"", newest, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"order\"", usual, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"page\"", newest, StringComparison.Ordinal);
        foreach (var page in new[] { usual, newest })
        {
            Assert.Matches($"name=\"listing\" value=\"{mine}\"[^>]*checked", page);
            Assert.Matches("name=\"verified\" value=\"true\"[^>]*checked", page);
            Assert.Matches("name=\"region\" value=\"CN-GD\"[^>]*checked", page);
        }
    }
}
