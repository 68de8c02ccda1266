using System.Net;
using System.Text.RegularExpressions;
using Matchmaking.IntegrationTests.Site;
using Microsoft.AspNetCore.Hosting;
using Xunit;

namespace Matchmaking.IntegrationTests.Identity;

public sealed partial class SignInTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Fact]
    public async Task Unknown_address_is_answered_like_a_wrong_password_up_to_the_lock()
    {
        using var visitor = new Visitor(site);
        var known = await visitor.JoinAsync();
        var unknown = Visitor.NewAddress();

        for (var attempt = 1; attempt <= 6; attempt++)
        {
            using var first = await visitor.SignInAsync(known, "not the password");
            using var second = await visitor.SignInAsync(unknown, "not the password");
            var (page, other) = (await PageAsync(first, known), await PageAsync(second, unknown));
            Assert.Equal(first.StatusCode, second.StatusCode);
            Assert.Equal(page, other);
            Assert.Equal(attempt >= 5, page.Contains("Too many attempts failed", StringComparison.Ordinal));
        }

        using var right = await visitor.SignInAsync(known);
        Assert.Contains("KST", await right.Content.ReadAsStringAsync());
        Assert.False(await visitor.IsSignedInAsync());
    }

    [Theory]
    [InlineData("en", "Only the password has to be typed again.", "What you typed is still here.")]
    [InlineData("ko", "비밀번호만 다시 입력해 주세요.", "입력하신 내용은 그대로 있어요.")]
    [InlineData("zh-Hans", "只需重新输入密码。", "您填写的内容都还在。")]
    public async Task What_has_to_be_typed_again_is_said(string language, string withPassword, string withoutPassword)
    {
        using var visitor = new Visitor(site, language);

        using var signIn = await visitor.SignInAsync(Visitor.NewAddress(), "not the password");
        using var register = await visitor.RegisterAsync("no address");
        using var forgotten = await visitor.Client.SubmitAsync("/forgotten-password", "/forgotten-password", ("Email", "no address"));

        foreach (var page in new[] { await signIn.Content.ReadAsStringAsync(), await register.Content.ReadAsStringAsync() })
        {
            Assert.Contains(withPassword, page);
            Assert.DoesNotContain(withoutPassword, page);
        }

        Assert.Contains(withoutPassword, await forgotten.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Lock_ends_with_its_time()
    {
        using var visitor = new Visitor(site);
        var address = await visitor.JoinAsync();
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            using var wrong = await visitor.SignInAsync(address, "not the password");
        }

        await site.WithDatabaseAsync(async db =>
        {
            db.Users.Single(user => user.Email == address).LockoutEnd = DateTimeOffset.UtcNow.AddSeconds(-1);
            return await db.SaveChangesAsync();
        });
        using var right = await visitor.SignInAsync(address);

        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
    }

    [Theory]
    [InlineData("/account?tab=1", "/account?tab=1")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("", "/")]
    public async Task Only_paths_of_this_site_are_returned_to(string returnUrl, string expected)
    {
        using var visitor = new Visitor(site);
        var address = await visitor.JoinAsync();

        using var page = await visitor.Client.GetAsync("/sign-in?returnUrl=" + Uri.EscapeDataString(returnUrl));
        using var answer = await visitor.SignInAsync(address, returnUrl: returnUrl);

        Assert.Equal(expected, answer.Headers.Location?.OriginalString);
        var field = expected == "/" ? "name=\"ReturnUrl\">" : $"name=\"ReturnUrl\" value=\"{expected}\"";
        Assert.Contains(field, await page.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Closed_page_leads_to_the_sign_in_and_back()
    {
        using var visitor = new Visitor(site);

        using var answer = await visitor.Client.GetAsync("/account/security?x=1");

        Assert.Equal("/sign-in?returnUrl=%2Faccount%2Fsecurity%3Fx%3D1", answer.Headers.Location?.PathAndQuery);
    }

    [Fact]
    public async Task Signing_out_needs_a_form_of_this_site_and_ends_the_session()
    {
        using var visitor = new Visitor(site);
        using var signedIn = await visitor.SignInAsync(await visitor.JoinAsync());

        using var forged = await visitor.Client.PostAsync("/sign-out", null);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.True(await visitor.IsSignedInAsync());
        using var left = await visitor.Client.SubmitAsync("/account", "/sign-out");

        Assert.Equal("/", left.Headers.Location?.OriginalString);
        Assert.False(await visitor.IsSignedInAsync());
    }

    [Fact]
    public async Task Session_cookie_is_out_of_reach_of_scripts_and_foreign_forms_and_ends_with_the_browser_unless_asked()
    {
        using var visitor = new Visitor(site);
        var address = await visitor.JoinAsync();

        using var brief = await visitor.SignInAsync(address);
        using var left = await visitor.Client.SubmitAsync("/account", "/sign-out");
        using var kept = await visitor.Client.SubmitAsync(
            "/sign-in",
            "/sign-in",
            ("Email", address),
            ("Password", Visitor.Password),
            ("Remember", "true")
        );

        var (session, persistent) = (CookieOf(brief, "matchmaking"), CookieOf(kept, "matchmaking"));
        Assert.Contains("httponly", session, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", session, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires=", session, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("expires=", persistent, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Cookies_are_marked_secure_outside_a_plain_local_site()
    {
        using var production = site.WithWebHostBuilder(builder =>
            builder
                .UseEnvironment("Production")
                .UseSetting("Site:Address", "https://matchmaking.example")
                .UseSetting("Data:Folder", Path.Combine(site.DataFolder, "production"))
        );
        using var client = production.CreateClient(new() { AllowAutoRedirect = false });

        using var answer = await client.GetAsync("/register");

        Assert.Contains("secure", CookieOf(answer, ".AspNetCore.Antiforgery"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Too_many_attempts_in_a_minute_are_refused_with_a_page_of_the_site()
    {
        using var limited = site.WithWebHostBuilder(builder =>
            builder.UseSetting("RateLimits:PerAccount", "2").UseSetting("Data:Folder", Path.Combine(site.DataFolder, "limited"))
        );
        using var client = limited.CreateClient(new() { AllowAutoRedirect = false });
        var statuses = new List<HttpStatusCode>();
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            using var answer = await client.SubmitAsync("/sign-in", "/sign-in", ("Email", "limit@journey.example"), ("Password", "x"));
            statuses.Add(answer.StatusCode);
            if (attempt == 3)
            {
                Assert.Equal("60", answer.Headers.RetryAfter?.ToString());
                Assert.Contains("Too many attempts in a short time", await answer.Content.ReadAsStringAsync());
            }
        }

        using var other = await client.SubmitAsync("/sign-in", "/sign-in", ("Email", "other@journey.example"), ("Password", "x"));
        Assert.Equal([HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.TooManyRequests], statuses);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
    }

    [Fact]
    public async Task Mails_to_one_address_are_limited_whoever_asks_for_them()
    {
        using var limited = site.WithWebHostBuilder(builder =>
            builder.UseSetting("RateLimits:MailsPerAccount", "2").UseSetting("Data:Folder", Path.Combine(site.DataFolder, "mails"))
        );
        using var client = limited.CreateClient(new() { AllowAutoRedirect = false });
        const string Form = "/forgotten-password";

        using var first = await client.SubmitAsync(Form, Form, ("Email", "flooded@journey.example"));
        using var second = await client.SubmitAsync("/register/resend", "/register/resend", ("Email", " Flooded@Journey.Example "));
        using var third = await client.SubmitAsync(Form, Form, ("Email", "flooded@journey.example"));
        using var other = await client.SubmitAsync(Form, Form, ("Email", "other@journey.example"));

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, third.StatusCode);
        Assert.Equal("3600", third.Headers.RetryAfter?.ToString());
        Assert.Equal(HttpStatusCode.Redirect, other.StatusCode);
    }

    [Fact]
    public async Task Demonstration_accounts_are_not_offered_outside_development()
    {
        using var visitor = new Visitor(site);

        using var page = await visitor.Client.GetAsync("/sign-in");
        using var tried = await visitor.Client.SubmitAsync("/sign-in", "/sign-in/demonstration", ("email", "suzhou@demo.example"));

        Assert.DoesNotContain("demo.example", await page.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotFound, tried.StatusCode);
    }

    private static string CookieOf(HttpResponseMessage answer, string name) =>
        answer.Headers.GetValues("Set-Cookie").First(cookie => cookie.StartsWith(name, StringComparison.Ordinal));

    /// <summary>The page without what differs from request to request: tokens, the typed address, and the time of the lock, with its date where Seoul has another than Beijing.</summary>
    private static async Task<string> PageAsync(HttpResponseMessage answer, string address) =>
        Changing().Replace((await answer.Content.ReadAsStringAsync()).Replace(address, "ADDRESS", StringComparison.Ordinal), "…");

    [GeneratedRegex(
        "value=\"CfDJ[^\"]*\"|([0-9]{4}-[0-9]{2}-[0-9]{2} )?[0-9]{2}:[0-9]{2}",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Changing();
}
