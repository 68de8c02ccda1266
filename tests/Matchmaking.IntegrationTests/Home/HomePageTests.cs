using System.Net;
using Matchmaking.Core.Common;
using Matchmaking.IntegrationTests.Expos;
using Matchmaking.IntegrationTests.Site;
using Xunit;

namespace Matchmaking.IntegrationTests.Home;

public sealed class HomePageTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Theory]
    [InlineData("zh-CN", "lang=\"zh-Hans\"")]
    [InlineData("ko-KR", "lang=\"ko\"")]
    [InlineData("fr", "lang=\"en\"")]
    public async Task Home_page_answers_in_the_language_that_the_browser_asks_for(string accepted, string expected)
    {
        using var client = site.ClientFor(language: accepted);

        using var answer = await client.GetAsync("/");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(expected, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Whoever_acts_for_no_firm_yet_is_led_to_the_registration()
    {
        var world = new World(site);
        using var visitor = site.ClientFor();
        using var person = site.ClientFor(await world.PersonAsync());
        using var owner = site.ClientFor((await world.FirmAsync(Country.KR, "한빛소재")).UserId);

        Assert.DoesNotContain("/companies/register", await visitor.GetStringAsync("/"));
        Assert.Contains("class=\"button\" href=\"/companies/register\"", await person.GetStringAsync("/"));
        Assert.DoesNotContain("/companies/register", await owner.GetStringAsync("/"));
    }

    [Fact]
    public async Task Visitors_see_an_expo_from_its_invitations_to_its_last_day()
    {
        var expos = new ExpoWorld(site);
        using var visitor = site.ClientFor();
        var firm = await expos.VerifiedAsync(Country.KR, "한빛소재");
        using var organiser = site.ClientFor(await new World(site).ReviewerAsync(Country.KR));
        using var planned = await organiser.SubmitAsync(
            "/organise/new",
            "/organise/new",
            ("NameZh", "未公布"),
            ("NameKo", "미공개"),
            ("NameEn", "Not yet told"),
            ("Place", "Hall of secrets"),
            ("Hall", "KR"),
            ("FirstDay", "2027-03-09"),
            ("LastDay", "2027-03-09")
        );
        Assert.Equal(HttpStatusCode.Redirect, planned.StatusCode);
        Assert.DoesNotContain("Songdo", await visitor.GetStringAsync("/"));

        await expos.InvitedAsync(firm);
        var page = await visitor.GetStringAsync("/");
        Assert.Contains("Songdo", page);
        Assert.DoesNotContain("Hall of secrets", page);

        site.Clock.SetUtcNow(new DateTimeOffset(2027, 3, 10, 15, 0, 0, TimeSpan.Zero));
        Assert.Contains("Songdo", await visitor.GetStringAsync("/"));
        site.Clock.SetUtcNow(new DateTimeOffset(2027, 3, 10, 16, 0, 0, TimeSpan.Zero));
        Assert.DoesNotContain("Songdo", await visitor.GetStringAsync("/"));
    }
}
