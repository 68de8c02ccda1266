using System.Net;
using System.Text.RegularExpressions;
using Matchmaking.IntegrationTests.Site;
using Xunit;

namespace Matchmaking.IntegrationTests.Identity;

public sealed partial class PasskeyTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Fact]
    public async Task Passkey_is_added_named_used_to_sign_in_renamed_and_removed()
    {
        using var phone = new SoftwareAuthenticator();
        using var visitor = new Visitor(site);
        await AddAsync(visitor, phone, "휴대전화");
        using var left = await visitor.Client.SubmitAsync("/account", "/sign-out");
        using var signedIn = await SignInAsync(visitor, phone, "/account/security");
        Assert.Equal("/account/security", signedIn.Headers.Location?.OriginalString);

        var id = Id().Match(await visitor.Client.GetStringAsync("/account/security")).Groups["id"].Value;
        using var renamed = await visitor.Client.SubmitAsync(
            "/account/security",
            "/account/passkeys/rename",
            ("Id", id),
            ("Name", "새 전화")
        );
        Assert.Contains("새 전화", await visitor.Client.GetStringAsync("/account/security"));
        using var removed = await visitor.Client.SubmitAsync("/account/security", "/account/passkeys/remove", ("Id", id));
        using var out2 = await visitor.Client.SubmitAsync("/account", "/sign-out");
        using var refused = await SignInAsync(visitor, phone, "/");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.False(await visitor.IsSignedInAsync());
    }

    [Fact]
    public async Task Owner_is_told_by_mail_of_a_new_passkey()
    {
        using var phone = new SoftwareAuthenticator();
        using var visitor = new Visitor(site);
        var address = await visitor.JoinAsync();
        using var signedIn = await visitor.SignInAsync(address);

        using var added = await SendAsync(visitor, phone, "휴대전화");

        Assert.Equal("계정에 패스키가 추가되었어요", (await visitor.Mailbox.NewestAsync(address, count: 2)).Subject);
    }

    [Fact]
    public async Task Passkey_given_to_another_site_is_not_taken_here()
    {
        using var phone = new SoftwareAuthenticator { Origin = "https://evil.example" };
        using var visitor = new Visitor(site);
        using var signedIn = await visitor.SignInAsync(await visitor.JoinAsync());

        using var added = await SendAsync(visitor, phone, "phished");

        Assert.DoesNotContain("phished", await visitor.Client.GetStringAsync("/account/security"));
    }

    [Fact]
    public async Task Sign_in_of_a_while_ago_adds_no_passkey_until_it_is_repeated()
    {
        using var phone = new SoftwareAuthenticator();
        using var visitor = new Visitor(site);
        var address = await visitor.JoinAsync();
        using var signedIn = await visitor.SignInAsync(address);
        using var begun = await visitor.Client.SubmitAsync("/account/security", "/account/passkeys/options");
        var credential = phone.Create(await begun.Content.ReadAsStringAsync());
        site.Clock.Advance(TimeSpan.FromMinutes(11));

        using var options = await visitor.Client.SubmitAsync("/account/security", "/account/passkeys/options");
        using var late = await visitor.Client.SubmitAsync(
            "/account/security",
            "/account/passkeys",
            ("Credential", credential),
            ("Name", "late")
        );
        var page = await visitor.Client.GetStringAsync("/account/security");
        Assert.Equal(HttpStatusCode.Forbidden, options.StatusCode);
        Assert.DoesNotContain("late</span>", page);
        Assert.DoesNotContain("data-passkey", page);
        Assert.Contains("/sign-in?again=true&amp;returnUrl=%2Faccount%2Fsecurity", page);

        using var again = await visitor.Client.SubmitAsync(
            "/sign-in?again=true",
            "/sign-in",
            ("Email", address),
            ("Password", Visitor.Password)
        );
        using var added = await SendAsync(visitor, phone, "in time");
        Assert.Contains("in time", await visitor.Client.GetStringAsync("/account/security"));
    }

    [Fact]
    public async Task Passkeys_of_others_are_out_of_reach()
    {
        using var phone = new SoftwareAuthenticator();
        using var owner = new Visitor(site);
        await AddAsync(owner, phone, "mine");
        var id = Id().Match(await owner.Client.GetStringAsync("/account/security")).Groups["id"].Value;
        using var stranger = new Visitor(site);
        using var signedIn = await stranger.SignInAsync(await stranger.JoinAsync());

        using var renamed = await stranger.Client.SubmitAsync("/account/security", "/account/passkeys/rename", ("Id", id), ("Name", "x"));
        using var removed = await stranger.Client.SubmitAsync("/account/security", "/account/passkeys/remove", ("Id", id));

        Assert.Equal(HttpStatusCode.NotFound, renamed.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, removed.StatusCode);
        Assert.Contains("mine", await owner.Client.GetStringAsync("/account/security"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no json")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("null")]
    [InlineData("{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"!!\"}}")]
    public async Task Nonsense_instead_of_a_passkey_is_refused(string credential)
    {
        using var visitor = new Visitor(site);
        using var without = await visitor.Client.SubmitAsync("/sign-in", "/sign-in/passkey", ("Credential", credential));
        using var options = await visitor.Client.SubmitAsync("/sign-in", "/sign-in/passkey/options");

        using var answer = await visitor.Client.SubmitAsync("/sign-in", "/sign-in/passkey", ("Credential", credential));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    private static async Task AddAsync(Visitor visitor, SoftwareAuthenticator phone, string name)
    {
        using var signedIn = await visitor.SignInAsync(await visitor.JoinAsync());
        using var added = await SendAsync(visitor, phone, name);
        Assert.Contains(name, await visitor.Client.GetStringAsync("/account/security"));
    }

    private static async Task<HttpResponseMessage> SendAsync(Visitor visitor, SoftwareAuthenticator phone, string name)
    {
        using var options = await visitor.Client.SubmitAsync("/account/security", "/account/passkeys/options");
        var credential = phone.Create(await options.Content.ReadAsStringAsync());
        return await visitor.Client.SubmitAsync("/account/security", "/account/passkeys", ("Credential", credential), ("Name", name));
    }

    private static async Task<HttpResponseMessage> SignInAsync(Visitor visitor, SoftwareAuthenticator phone, string returnUrl)
    {
        using var options = await visitor.Client.SubmitAsync("/sign-in", "/sign-in/passkey/options");
        var credential = phone.Get(await options.Content.ReadAsStringAsync());
        return await visitor.Client.SubmitAsync("/sign-in", "/sign-in/passkey", ("Credential", credential), ("ReturnUrl", returnUrl));
    }

    [GeneratedRegex("name=\"Id\" value=\"(?<id>[^\"]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();
}
