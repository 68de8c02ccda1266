using System.Net;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.IntegrationTests.Site;
using Xunit;

namespace Matchmaking.IntegrationTests.Expos.Programme;

/// <summary>A published expo whose first day has come, which nobody had to write down.</summary>
public sealed class LiveExpoTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Fact]
    public async Task Expo_is_under_way_from_its_first_day_until_it_is_closed_and_again_when_it_is_reopened()
    {
        var shown = await ShownFair.PublishedAsync(site);
        var (fair, page) = (shown.Fair, $"/organise/{shown.Fair.Id}");
        Assert.DoesNotContain("Under way", await PageAsync(fair.Organiser, page));
        site.Clock.Advance(new DateTime(2027, 3, 9, 15, 0, 0, DateTimeKind.Utc) - site.Clock.GetUtcNow().UtcDateTime);

        Assert.Contains("Under way", await PageAsync(fair.Organiser, page));
        Assert.Contains("check firms in", await PageAsync(fair.Organiser, page));
        Assert.Contains("<span class=\"badge active\">Under way</span>", await PageAsync(fair.Organiser, "/organise"));
        Assert.Equal(ExpoState.Published, await shown.StateAsync());

        await shown.TakeOffAsync((await shown.PlacedAsync(fair.Korean[0]))[0]);
        Assert.Equal(ExpoState.Live, await shown.StateAsync());
        using var told = await shown.SendAsync("tell");
        Assert.Contains("All firms know their programme", await shown.ReadAsync());

        using var finished = await fair.Organiser.SubmitAsync("/account", $"{page}/outcomes/finish");
        Assert.Equal(ExpoState.Finished, await shown.StateAsync());
        using var reopened = await fair.Organiser.SubmitAsync("/account", $"{page}/outcomes/reopen");
        Assert.Contains("Under way", await PageAsync(fair.Organiser, page));
    }

    private static async Task<string> PageAsync(HttpClient client, string address) =>
        WebUtility.HtmlDecode(await client.GetStringAsync(address));
}
