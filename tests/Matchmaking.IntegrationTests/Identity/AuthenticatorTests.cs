using System.Net;
using System.Text.RegularExpressions;
using Matchmaking.IntegrationTests.Site;
using Xunit;

namespace Matchmaking.IntegrationTests.Identity;

public sealed partial class AuthenticatorTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private const string Page = "/account/security/authenticator";

    [Fact]
    public async Task Second_step_asks_for_the_apps_code_or_a_recovery_code_once()
    {
        using var visitor = new Visitor(site);
        var address = await visitor.JoinAsync();
        var (key, recoveryCodes) = await SetUpAsync(visitor, address);
        Assert.Equal(10, recoveryCodes.Count);

        using var left = await visitor.Client.SubmitAsync("/account", "/sign-out");
        using var first = await visitor.SignInAsync(address, returnUrl: "/account");
        var step = first.Headers.Location!.OriginalString;
        Assert.StartsWith("/sign-in/code", step);
        Assert.False(await visitor.IsSignedInAsync());
        using var wrong = await visitor.Client.SubmitAsync(step, "/sign-in/code", ("Code", "000000"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using var right = await visitor.Client.SubmitAsync(step, "/sign-in/code", ("Code", TotpCode.Of(key)), ("ReturnUrl", "/account"));
        Assert.Equal("/account", right.Headers.Location?.OriginalString);
        Assert.True(await visitor.IsSignedInAsync());

        Assert.Equal(HttpStatusCode.Redirect, await RecoverAsync(address, recoveryCodes[0]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await RecoverAsync(address, recoveryCodes[0]));
    }

    [Fact]
    public async Task Recovery_codes_are_shown_once()
    {
        using var visitor = new Visitor(site);
        await SetUpAsync(visitor, await visitor.JoinAsync());

        using var again = await visitor.Client.GetAsync("/account/security/recovery-codes");

        Assert.Equal("/account/security", again.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Turning_the_app_off_needs_the_password()
    {
        using var visitor = new Visitor(site);
        var address = await visitor.JoinAsync();
        await SetUpAsync(visitor, address);
        const string Remove = "/account/security/authenticator/remove";

        using var refused = await visitor.Client.SubmitAsync(Remove, Remove, ("CurrentPassword", "not the password"));
        using var removed = await visitor.Client.SubmitAsync(Remove, Remove, ("CurrentPassword", Visitor.Password));
        using var left = await visitor.Client.SubmitAsync("/account", "/sign-out");
        using var signedIn = await visitor.SignInAsync(address);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal("/account/security", removed.Headers.Location?.OriginalString);
        Assert.Equal("/", signedIn.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Screen_left_open_is_no_place_to_guess_the_password()
    {
        using var visitor = new Visitor(site);
        await SetUpAsync(visitor, await visitor.JoinAsync());
        const string Remove = "/account/security/authenticator/remove";
        const string Change = "/account/security/password";
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            using var wrong = await visitor.Client.SubmitAsync(Remove, Remove, ("CurrentPassword", "not the password"));
        }

        using var removed = await visitor.Client.SubmitAsync(Remove, Remove, ("CurrentPassword", Visitor.Password));
        using var changed = await visitor.Client.SubmitAsync(
            Change,
            Change,
            ("CurrentPassword", Visitor.Password),
            ("Password", "black coffee at ten")
        );

        Assert.Contains("비밀번호가 여러 번 틀렸어요", await removed.Content.ReadAsStringAsync());
        Assert.Contains("비밀번호가 여러 번 틀렸어요", await changed.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Picture_of_the_key_needs_no_inline_style()
    {
        using var visitor = new Visitor(site);
        using var signedIn = await visitor.SignInAsync(await visitor.JoinAsync());

        var page = await visitor.Client.GetStringAsync(Page);

        Assert.Contains("<path fill=\"#000\" d=\"M", page);
        Assert.DoesNotContain("style=", page);
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("一二三四五六")]
    [InlineData("1234567890123456789012345678901234567890")]
    public async Task Wrong_code_leaves_the_app_off(string code)
    {
        using var visitor = new Visitor(site);
        using var signedIn = await visitor.SignInAsync(await visitor.JoinAsync());

        using var answer = await visitor.Client.SubmitAsync(Page, Page, ("Code", code));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Theory]
    [InlineData("/sign-in/code")]
    [InlineData("/sign-in/recovery-code")]
    public async Task Second_step_opens_only_after_the_first(string page)
    {
        using var visitor = new Visitor(site);

        using var answer = await visitor.Client.GetAsync(page);

        Assert.Equal("/sign-in", answer.Headers.Location?.OriginalString);
    }

    private static async Task<(string Key, IReadOnlyList<string> RecoveryCodes)> SetUpAsync(Visitor visitor, string address)
    {
        using var signedIn = await visitor.SignInAsync(address);
        var key = Key()
            .Match(await visitor.Client.GetStringAsync(Page))
            .Groups["key"]
            .Value.Replace(" ", string.Empty, StringComparison.Ordinal);
        using var done = await visitor.Client.SubmitAsync(Page, Page, ("Code", TotpCode.Of(key)));
        var shown = await visitor.Client.GetStringAsync(done.Headers.Location!.OriginalString);
        return (key, [.. Codes().Matches(shown).Select(match => match.Groups["code"].Value)]);
    }

    private async Task<HttpStatusCode> RecoverAsync(string address, string code)
    {
        using var visitor = new Visitor(site);
        using var first = await visitor.SignInAsync(address);
        using var answer = await visitor.Client.SubmitAsync("/sign-in/recovery-code", "/sign-in/recovery-code", ("Code", code));
        return answer.StatusCode;
    }

    [GeneratedRegex("secret code\">(?<key>[A-Z2-7 ]+)<", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Key();

    [GeneratedRegex("<li class=\"secret code\">(?<code>[^<]+)<", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Codes();
}
