using System.Net;
using Matchmaking.IntegrationTests.Site;
using Xunit;

namespace Matchmaking.IntegrationTests.Security;

public sealed class UnknownAddressTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Theory]
    [InlineData("zh-CN", "此地址没有内容")]
    [InlineData("ko", "이 주소에는 아무것도 없어요")]
    [InlineData("en", "There is nothing at this address")]
    public async Task Stranger_is_told_in_their_language_that_there_is_nothing(string language, string words)
    {
        using var client = site.ClientFor(language: language);
        foreach (var address in new[] { "/zh-nonsense", "/partners/nonsense", "/a/b/c", "/nonsense.png" })
        {
            using var answer = await client.GetAsync(address);

            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Contains(words, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/partners")]
    [InlineData("/account")]
    [InlineData("/admin/outbox")]
    public async Task Known_address_still_leads_a_stranger_to_the_sign_in(string address)
    {
        using var client = site.ClientFor();

        using var answer = await client.GetAsync(address);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/sign-in", answer.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_address_of_the_api_answers_with_a_problem()
    {
        using var client = site.ClientFor();

        using var answer = await client.GetAsync("/api/nonsense");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }
}
