using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies.Clients;
using Matchmaking.IntegrationTests.Site;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Matchmaking.IntegrationTests.Api;

/// <summary>Another system signs a person in with a code and PKCE, and then acts for their firm.</summary>
public sealed partial class OpenIdFlowTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private const string Verifier = "a-verifier-that-nobody-could-guess-since-it-is-long-enough";

    private readonly World world = new(site);

    [Fact]
    public async Task Discovery_names_what_is_offered_and_no_more()
    {
        using var client = site.SecureClient();

        var discovery = await (await client.GetAsync("/.well-known/openid-configuration")).JsonAsync();

        Assert.Equal(["S256"], Names("code_challenge_methods_supported"));
        Assert.Equal(["query"], Names("response_modes_supported"));
        Assert.Equal(["authorization_code", "client_credentials", "refresh_token"], Names("grant_types_supported"));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(discovery.GetProperty("jwks_uri").GetString())).StatusCode);
        IEnumerable<string> Names(string property) =>
            discovery.GetProperty(property).EnumerateArray().Select(item => item.GetString()!).Order(StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("en", "What it may do")]
    [InlineData("ko", "할 수 있는 일")]
    [InlineData("zh-Hans", "可执行的操作")]
    public async Task A_person_is_asked_in_their_language_after_signing_in(string language, string heading)
    {
        var firm = await world.FirmAsync(Country.KR, "한빛소재");
        using var visitor = site.SecureClient(language: language);
        using var person = site.SecureClient(firm.UserId, language);

        using var signIn = await visitor.GetAsync(Authorize());
        using var consent = await person.GetAsync(Authorize());

        Assert.StartsWith("https://localhost/sign-in?returnUrl=%2Fconnect%2Fauthorize", signIn.Headers.Location!.AbsoluteUri);
        var page = await consent.Content.ReadAsStringAsync();
        Assert.Contains(heading, page);
        Assert.Contains("Planner", page);
        Assert.Contains("한빛소재", page);
        Assert.Contains("form-action 'self' https://planner.example;", Assert.Single(consent.Headers.GetValues("Content-Security-Policy")));
    }

    [Fact]
    public async Task A_code_becomes_tokens_that_do_what_was_allowed_until_the_password_changes()
    {
        var firm = await world.FirmAsync(Country.KR, "한빛소재");
        var code = await CodeAsync(firm.UserId);
        using var wrong = await ExchangeAsync(
            await CodeAsync(firm.UserId),
            verifier: "another-verifier-that-is-long-enough-to-be-one-at-all"
        );
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);

        var tokens = await (await ExchangeAsync(code)).JsonAsync();
        using var planner = site.ClientWith(tokens.GetProperty("access_token").GetString()!);
        Assert.Equal(HttpStatusCode.OK, (await planner.GetAsync("/api/listings")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await planner.GetAsync("/api/meetings")).StatusCode);
        var known = await (await planner.GetAsync("/connect/userinfo")).JsonAsync();
        Assert.Equal(firm.UserId.ToString(), known.GetProperty("sub").GetString());
        Assert.Equal("Kim Minji", known.GetProperty("name").GetString());
        Assert.False(known.TryGetProperty("email", out _));
        Assert.Equal(3, tokens.GetProperty("id_token").GetString()!.Split('.').Length);
        // No page of the site opens by it.
        Assert.Equal(HttpStatusCode.Redirect, (await planner.GetAsync("/listings")).StatusCode);

        var renewed = await (await RefreshAsync(tokens.GetProperty("refresh_token").GetString()!)).JsonAsync();
        using var again = site.ClientWith(renewed.GetProperty("access_token").GetString()!);
        Assert.Equal(HttpStatusCode.OK, (await again.GetAsync("/api/listings")).StatusCode);

        await site.WithDatabaseAsync(db =>
            db.Users.Where(user => user.Id == firm.UserId).ExecuteUpdateAsync(set => set.SetProperty(user => user.SecurityStamp, "new"))
        );
        using var refused = await RefreshAsync(renewed.GetProperty("refresh_token").GetString()!);
        Assert.Equal("invalid_grant", (await refused.JsonAsync()).GetProperty("error").GetString());
    }

    [Fact]
    public async Task Signing_out_everywhere_else_ends_what_other_systems_hold()
    {
        var firm = await world.FirmAsync(Country.KR, "한빛소재");
        var tokens = await (await ExchangeAsync(await CodeAsync(firm.UserId))).JsonAsync();
        using var planner = site.ClientWith(tokens.GetProperty("access_token").GetString()!);
        Assert.Equal(HttpStatusCode.OK, (await planner.GetAsync("/api/listings")).StatusCode);
        using var person = site.SecureClient(firm.UserId);

        using var done = await person.SubmitAsync("/account/security", "/account/security/sign-out-others");
        await site.SettleAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, (await planner.GetAsync("/api/listings")).StatusCode);
    }

    [Fact]
    public async Task A_code_counts_once()
    {
        var code = await CodeAsync((await world.FirmAsync(Country.KR, "한빛소재")).UserId);
        var tokens = await (await ExchangeAsync(code)).JsonAsync();

        using var second = await ExchangeAsync(code);

        Assert.Equal(HttpStatusCode.BadRequest, second.StatusCode);
        using var planner = site.ClientWith(tokens.GetProperty("access_token").GetString()!);
        Assert.Equal(HttpStatusCode.Unauthorized, (await planner.GetAsync("/api/listings")).StatusCode);
    }

    [Fact]
    public async Task A_person_can_say_no()
    {
        using var person = site.SecureClient((await world.FirmAsync(Country.KR, "한빛소재")).UserId);

        using var answer = await AnswerAsync(person, "false");

        Assert.StartsWith("https://planner.example/signed-in?error=access_denied", answer.Headers.Location!.AbsoluteUri);
    }

    [Fact]
    public async Task A_yes_counts_for_no_other_firm_than_the_one_that_was_shown()
    {
        using var person = site.SecureClient((await world.FirmAsync(Country.KR, "한빛소재")).UserId);

        using var answer = await AnswerForAsync(person, "true", Guid.Empty.ToString("N"));

        Assert.StartsWith("https://planner.example/signed-in?error=consent_required", answer.Headers.Location!.AbsoluteUri);
    }

    [Theory]
    [InlineData("redirect_uri", "https://evil.example/")]
    [InlineData("code_challenge", "")]
    [InlineData("response_type", "token")]
    [InlineData("client_id", "nobody")]
    public async Task Requests_that_cannot_be_trusted_never_reach_the_question(string parameter, string value)
    {
        using var person = site.SecureClient((await world.FirmAsync(Country.KR, "한빛소재")).UserId);

        using var answer = await person.GetAsync(Authorize((parameter, value)));

        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("evil.example", answer.Headers.Location?.OriginalString ?? string.Empty);
        Assert.DoesNotContain("code=", answer.Headers.Location?.OriginalString ?? string.Empty);
    }

    [Fact]
    public async Task Nothing_is_given_out_over_a_plain_line()
    {
        using var plain = site.ClientFor();
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("grant_type", "client_credentials")]);

        using var answer = await plain.PostAsync("/connect/token", form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("HTTPS", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Leaving_the_other_system_signs_out_here_after_a_question()
    {
        var address = QueryHelpers.AddQueryString(
            "/connect/end-session",
            new Dictionary<string, string?>
            {
                ["client_id"] = "planner",
                ["post_logout_redirect_uri"] = "https://planner.example/",
                ["state"] = "s",
            }
        );
        using var person = site.SecureClient((await world.FirmAsync(Country.KR, "한빛소재")).UserId);

        using var ended = await person.SubmitAsync(address, "/connect/end-session", [.. QueryOf(address)]);

        Assert.Equal("https://planner.example/?state=s", ended.Headers.Location!.AbsoluteUri);
        Assert.Contains(ended.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("matchmaking=;", StringComparison.Ordinal));
    }

    internal static string Authorize(params (string Name, string Value)[] changes)
    {
        var parameters = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["client_id"] = "planner",
            ["redirect_uri"] = "https://planner.example/signed-in",
            ["response_type"] = "code",
            ["scope"] = $"openid profile offline_access {ApiScopes.ListingsRead}",
            ["state"] = "s",
            ["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))),
            ["code_challenge_method"] = "S256",
        };
        foreach (var (name, value) in changes)
        {
            parameters[name] = value;
        }

        return QueryHelpers.AddQueryString("/connect/authorize", parameters);
    }

    private static IEnumerable<(string, string)> QueryOf(string address) =>
        QueryHelpers.ParseQuery(new Uri("https://localhost" + address).Query).Select(item => (item.Key, item.Value.ToString()));

    private static async Task<HttpResponseMessage> AnswerAsync(HttpClient person, string allow)
    {
        var acting = Acting().Match(await person.GetStringAsync(Authorize())).Groups["id"].Value;
        return await AnswerForAsync(person, allow, acting);
    }

    private static Task<HttpResponseMessage> AnswerForAsync(HttpClient person, string allow, string acting) =>
        person.SubmitAsync(Authorize(), "/connect/authorize", [.. QueryOf(Authorize()), ("acting", acting), ("allow", allow)]);

    private async Task<string> CodeAsync(Guid user)
    {
        using var person = site.SecureClient(user);
        using var answer = await AnswerAsync(person, "true");
        var query = QueryHelpers.ParseQuery(answer.Headers.Location!.Query);
        Assert.Equal("s", query["state"]);
        return query["code"].ToString();
    }

    private Task<HttpResponseMessage> ExchangeAsync(string code, string verifier = Verifier) =>
        site.AskTokenAsync(
            ("grant_type", "authorization_code"),
            ("client_id", "planner"),
            ("redirect_uri", "https://planner.example/signed-in"),
            ("code", code),
            ("code_verifier", verifier)
        );

    private Task<HttpResponseMessage> RefreshAsync(string token) =>
        site.AskTokenAsync(("grant_type", "refresh_token"), ("client_id", "planner"), ("refresh_token", token));

    [GeneratedRegex("name=\"acting\" value=\"(?<id>\\w+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Acting();
}
