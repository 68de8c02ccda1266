using System.Net;
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
}
