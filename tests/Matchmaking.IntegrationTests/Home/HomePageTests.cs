using System.Net;
using Matchmaking.Core.Common;
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
}
