using System.Net;
using System.Web;
using Matchmaking.Core.Common;
using Matchmaking.IntegrationTests.Site;
using Xunit;
using Visitor = Matchmaking.IntegrationTests.Identity.Visitor;

namespace Matchmaking.IntegrationTests.Api;

/// <summary>Another system wants a person to sign in anew.</summary>
public sealed class OpenIdPromptTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Theory]
    [InlineData(LanguageCode.En, "you stay signed in")]
    [InlineData(LanguageCode.Ko, "그때까지 로그인은 그대로")]
    [InlineData(LanguageCode.Zh, "您仍处于登录状态")]
    public async Task Link_that_asks_for_a_sign_in_ends_no_session_and_is_not_passed_without_one(LanguageCode language, string told)
    {
        using var client = site.SecureClient();
        var mail = await JoinedAsync(language);
        using var first = await SignInAsync(client, mail, "/account");
        site.Clock.Advance(TimeSpan.FromMinutes(1));

        using var asked = await client.GetAsync(OpenIdFlowTests.Authorize(("prompt", "login")));
        var again = asked.Headers.Location!.OriginalString;
        Assert.StartsWith("/sign-in?again=true&returnUrl=", again);
        var page = WebUtility.HtmlDecode(await client.GetStringAsync(again));
        Assert.Contains(mail, page);
        Assert.Contains(told, page);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/account")).StatusCode);

        var question = HttpUtility.ParseQueryString(again[again.IndexOf('?', StringComparison.Ordinal)..])["returnUrl"]!;
        using var passed = await client.GetAsync(question);
        Assert.StartsWith("/sign-in?again=true", passed.Headers.Location?.OriginalString);

        using var wrong = await SignInAsync(client, mail, question, "not the password");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/account")).StatusCode);
        using var proven = await SignInAsync(client, mail, question);
        Assert.Equal(question, proven.Headers.Location!.OriginalString);
        using var consent = await client.GetAsync(question);
        Assert.Equal(HttpStatusCode.OK, consent.StatusCode);
    }

    [Fact]
    public async Task Sign_in_that_is_young_enough_is_not_asked_for_again()
    {
        using var client = site.SecureClient();
        using var signedIn = await SignInAsync(client, await JoinedAsync(LanguageCode.En), "/account");
        site.Clock.Advance(TimeSpan.FromMinutes(5));

        using var young = await client.GetAsync(OpenIdFlowTests.Authorize(("max_age", "600")));
        using var old = await client.GetAsync(OpenIdFlowTests.Authorize(("max_age", "60")));

        Assert.Equal(HttpStatusCode.OK, young.StatusCode);
        Assert.StartsWith("/sign-in?again=true", old.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Who_was_not_signed_in_signs_in_once()
    {
        using var client = site.SecureClient();
        using var asked = await client.GetAsync(OpenIdFlowTests.Authorize(("prompt", "login")));
        Assert.DoesNotContain("prompt", asked.Headers.Location!.OriginalString);
    }

    private async Task<string> JoinedAsync(LanguageCode language)
    {
        var mail = Visitor.NewAddress();
        var person = Visitor.Account(mail, "Kim");
        person.Language = language;
        await new World(site).AddAsync(person);
        return mail;
    }

    private static Task<HttpResponseMessage> SignInAsync(
        HttpClient client,
        string mail,
        string returnUrl,
        string password = Visitor.Password
    ) => client.SubmitAsync("/sign-in?again=true", "/sign-in", ("Email", mail), ("Password", password), ("ReturnUrl", returnUrl));
}
