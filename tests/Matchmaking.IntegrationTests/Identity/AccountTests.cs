using System.Net;
using Matchmaking.Core.Common;
using Matchmaking.IntegrationTests.Site;
using Xunit;

namespace Matchmaking.IntegrationTests.Identity;

public sealed class AccountTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private const string NewPassword = "black coffee at ten";

    [Fact]
    public async Task Forgotten_password_is_replaced_by_mail_and_only_once()
    {
        using var visitor = new Visitor(site);
        var address = await visitor.JoinAsync();
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            using var wrong = await visitor.SignInAsync(address, "not the password");
        }

        using var asked = await visitor.Client.SubmitAsync("/forgotten-password", "/forgotten-password", ("Email", address));
        var link = await visitor.MailedLinkAsync(address, count: 2);
        using var weak = await visitor.ResetAsync(link, "short");
        using var reset = await visitor.ResetAsync(link, NewPassword);
        using var twice = await visitor.ResetAsync(link, "yet another password");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, weak.StatusCode);
        Assert.Equal("/sign-in", reset.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
        using var old = await visitor.SignInAsync(address);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, old.StatusCode);
        using var signedIn = await visitor.SignInAsync(address, NewPassword);
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        Assert.Equal("비밀번호가 바뀌었어요", (await visitor.Mailbox.NewestAsync(address, count: 3)).Subject);
    }

    [Fact]
    public async Task Unknown_address_gets_no_mail_but_the_same_answer()
    {
        using var visitor = new Visitor(site);
        var known = await visitor.JoinAsync();
        const string Unknown = "unknown-reset@journey.example";

        using var unknown = await visitor.Client.SubmitAsync("/forgotten-password", "/forgotten-password", ("Email", Unknown));
        using var answer = await visitor.Client.SubmitAsync("/forgotten-password", "/forgotten-password", ("Email", known));

        await visitor.Mailbox.NewestAsync(known, count: 2);
        Assert.Equal(answer.StatusCode, unknown.StatusCode);
        Assert.Equal(answer.Headers.Location, unknown.Headers.Location);
        Assert.Empty(visitor.Mailbox.All(Unknown));
    }

    [Fact]
    public async Task Changed_password_signs_other_devices_out()
    {
        using var here = new Visitor(site);
        using var elsewhere = new Visitor(site);
        var address = await here.JoinAsync();
        using var first = await here.SignInAsync(address);
        using var second = await elsewhere.SignInAsync(address);

        using var wrong = await ChangeAsync(here, "not the password");
        using var changed = await ChangeAsync(here, Visitor.Password);
        site.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("지금 비밀번호가 맞지 않아요.", await wrong.Content.ReadAsStringAsync());
        Assert.Equal("/account/security", changed.Headers.Location?.OriginalString);
        Assert.True(await here.IsSignedInAsync());
        Assert.False(await elsewhere.IsSignedInAsync());
    }

    [Fact]
    public async Task Other_devices_can_be_signed_out_alone()
    {
        using var here = new Visitor(site);
        using var elsewhere = new Visitor(site);
        var address = await here.JoinAsync();
        using var first = await here.SignInAsync(address);
        using var second = await elsewhere.SignInAsync(address);

        using var done = await here.Client.SubmitAsync("/account/security", "/account/security/sign-out-others");
        site.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.True(await here.IsSignedInAsync());
        Assert.False(await elsewhere.IsSignedInAsync());
    }

    [Fact]
    public async Task Name_and_language_are_kept_and_the_pages_follow_at_once()
    {
        using var visitor = new Visitor(site);
        var address = await visitor.JoinAsync();
        using var signedIn = await visitor.SignInAsync(address);

        using var saved = await visitor.Client.SubmitAsync("/account", "/account", ("Name", "周文静"), ("Language", "Zh"));

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var page = await visitor.Client.GetStringAsync("/account");
        Assert.Contains("lang=\"zh-Hans\"", page);
        Assert.Contains("已保存。", page);
        Assert.Contains("value=\"周文静\"", page);
        Assert.Equal(LanguageCode.Zh, await LanguageOfAsync(address));
    }

    [Theory]
    [InlineData("", "Ko")]
    [InlineData("김", "Xx")]
    public async Task Wrong_personal_details_are_refused(string name, string language)
    {
        using var visitor = new Visitor(site);
        using var signedIn = await visitor.SignInAsync(await visitor.JoinAsync());

        using var answer = await visitor.Client.SubmitAsync("/account", "/account", ("Name", name), ("Language", language));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task Sign_in_brings_the_profiles_language_and_the_switch_changes_both()
    {
        using var visitor = new Visitor(site);
        var address = await visitor.JoinAsync();
        Assert.Contains("lang=\"en\"", await visitor.Client.GetStringAsync("/"));

        using var signedIn = await visitor.SignInAsync(address);
        Assert.Contains("lang=\"ko\"", await visitor.Client.GetStringAsync("/"));
        using var switched = await visitor.Client.SubmitAsync("/", "/language", ("language", "zh"), ("returnUrl", "/about?x=1"));

        Assert.Equal("/about?x=1", switched.Headers.Location?.OriginalString);
        Assert.Contains("lang=\"zh-Hans\"", await visitor.Client.GetStringAsync("/"));
        Assert.Equal(LanguageCode.Zh, await LanguageOfAsync(address));
    }

    [Theory]
    [InlineData("zh", "https://evil.example/", HttpStatusCode.Redirect)]
    [InlineData("zh", "", HttpStatusCode.Redirect)]
    [InlineData("klingon", "/", HttpStatusCode.BadRequest)]
    [InlineData("", "/", HttpStatusCode.BadRequest)]
    public async Task Language_switch_leads_nowhere_else(string language, string returnUrl, HttpStatusCode expected)
    {
        using var visitor = new Visitor(site);

        using var answer = await visitor.Client.SubmitAsync("/", "/language", ("language", language), ("returnUrl", returnUrl));

        Assert.Equal(expected, answer.StatusCode);
        Assert.True(answer.Headers.Location is null || answer.Headers.Location.OriginalString == "/");
    }

    private static Task<HttpResponseMessage> ChangeAsync(Visitor visitor, string current) =>
        visitor.Client.SubmitAsync(
            "/account/security/password",
            "/account/security/password",
            ("CurrentPassword", current),
            ("Password", NewPassword)
        );

    private Task<LanguageCode> LanguageOfAsync(string address) =>
        site.WithDatabaseAsync(db => Task.FromResult(db.Users.Single(user => user.Email == address).Language));
}
