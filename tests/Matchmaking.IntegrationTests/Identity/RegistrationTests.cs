using System.Net;
using Matchmaking.IntegrationTests.Site;
using Xunit;

namespace Matchmaking.IntegrationTests.Identity;

public sealed class RegistrationTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Fact]
    public async Task Person_registers_confirms_by_mail_and_signs_in()
    {
        using var visitor = new Visitor(site);
        var address = Visitor.NewAddress();

        using var registered = await visitor.RegisterAsync(address);
        Assert.Equal("/register/sent", registered.Headers.Location?.OriginalString);
        using var early = await visitor.SignInAsync(address);
        Assert.Contains("/register/resend", await early.Content.ReadAsStringAsync());
        Assert.False(await visitor.IsSignedInAsync());

        using var confirmed = await visitor.ConfirmAsync(await visitor.MailedLinkAsync(address));
        Assert.Equal("/sign-in", confirmed.Headers.Location?.OriginalString);
        using var signedIn = await visitor.SignInAsync(address);
        Assert.Equal("/", signedIn.Headers.Location?.OriginalString);
        Assert.True(await visitor.IsSignedInAsync());
    }

    [Fact]
    public async Task Opening_the_link_alone_confirms_nothing()
    {
        using var visitor = new Visitor(site);
        var address = Visitor.NewAddress();
        using var registered = await visitor.RegisterAsync(address);

        using var opened = await visitor.Client.GetAsync(await visitor.MailedLinkAsync(address));
        using var signedIn = await visitor.SignInAsync(address);

        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, signedIn.StatusCode);
    }

    [Fact]
    public async Task Known_address_gets_the_same_answer_and_learns_of_it_by_mail()
    {
        using var visitor = new Visitor(site);
        var known = await visitor.JoinAsync();

        using var again = await visitor.RegisterAsync(known, "another password here");
        using var fresh = await visitor.RegisterAsync(Visitor.NewAddress());

        Assert.Equal(fresh.StatusCode, again.StatusCode);
        Assert.Equal(fresh.Headers.Location, again.Headers.Location);
        Assert.Equal("이미 가입하신 주소예요", (await visitor.Mailbox.NewestAsync(known, count: 2)).Subject);
        using var withOld = await visitor.SignInAsync(known);
        Assert.Equal(HttpStatusCode.Redirect, withOld.StatusCode);
    }

    [Fact]
    public async Task Who_registers_an_unconfirmed_address_later_takes_it_over()
    {
        using var stranger = new Visitor(site);
        using var owner = new Visitor(site);
        var address = Visitor.NewAddress();
        using var first = await stranger.RegisterAsync(address, "the strangers password");
        var strangersLink = await stranger.MailedLinkAsync(address);

        using var second = await owner.RegisterAsync(address);
        using var withOldLink = await owner.ConfirmAsync(strangersLink);
        using var confirmed = await owner.ConfirmAsync(await owner.MailedLinkAsync(address, count: 2));
        using var strangersTry = await stranger.SignInAsync(address, "the strangers password");
        using var ownersTry = await owner.SignInAsync(address);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, withOldLink.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, confirmed.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, strangersTry.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, ownersTry.StatusCode);
    }

    [Fact]
    public async Task Confirmation_is_sent_again_on_request_and_to_nobody_unknown()
    {
        using var visitor = new Visitor(site);
        var address = Visitor.NewAddress();
        using var registered = await visitor.RegisterAsync(address);
        await visitor.Mailbox.NewestAsync(address);
        const string Unknown = "nobody@journey.example";

        using var unknown = await visitor.Client.SubmitAsync("/register/resend", "/register/resend", ("Email", Unknown));
        using var known = await visitor.Client.SubmitAsync("/register/resend", "/register/resend", ("Email", address));

        Assert.Equal(known.Headers.Location, unknown.Headers.Location);
        await visitor.Mailbox.NewestAsync(address, count: 2);
        Assert.Empty(visitor.Mailbox.All(Unknown));
    }

    [Theory]
    [InlineData("Name", "")]
    [InlineData("Name", "\u0007")]
    [InlineData("Email", "")]
    [InlineData("Email", "no address")]
    [InlineData("Email", "two@at@signs")]
    [InlineData("Email", "line@example.com\r\nBcc: x@example.com")]
    [InlineData("Email", "全角＠example.com")]
    [InlineData("Password", "short")]
    [InlineData("Password", "aaaaaaaaaaaaaaaa")]
    [InlineData("Password", "my name is badinput ok")]
    [InlineData("Language", "Klingon")]
    [InlineData("Language", "7")]
    public async Task Wrong_entry_is_explained_and_what_was_typed_stays(string field, string value)
    {
        using var visitor = new Visitor(site, "ko");
        var form = new Dictionary<string, string>
        {
            ["Name"] = "<script>alert(1)</script> 김",
            ["Email"] = "badinput@journey.example",
            ["Password"] = Visitor.Password,
            ["Language"] = "Ko",
            [field] = value,
        };

        using var answer = await visitor.Client.SubmitAsync("/register", "/register", [.. form.Select(item => (item.Key, item.Value))]);

        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains($"id=\"{field}-error\"", page);
        Assert.DoesNotContain("<script>alert", page);
        if (field != "Name")
        {
            Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt; 김", page);
        }
    }

    [Theory]
    [InlineData("en", "Your name: Please fill in this field.")]
    [InlineData("ko", "이름: 이 항목을 채워 주세요.")]
    public async Task List_of_errors_names_the_field(string language, string sentence)
    {
        using var visitor = new Visitor(site, language);

        using var answer = await visitor.RegisterAsync(Visitor.NewAddress(), name: string.Empty);

        Assert.Contains($"<a href=\"#Name\">{sentence}</a>", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("10,000 characters")]
    [InlineData("emoji")]
    public async Task Long_and_rare_names_are_refused_or_kept_as_they_are(string kind)
    {
        using var visitor = new Visitor(site);
        var address = Visitor.NewAddress();
        var name = kind == "emoji" ? "𠮷野 👩‍🏭 \u202Eabc\u202C e\u0301" : new string('가', 10_000);

        using var answer = await visitor.RegisterAsync(address, name: name);

        if (kind == "emoji")
        {
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            var stored = await site.WithDatabaseAsync(db => Task.FromResult(db.Users.Single(user => user.Email == address).DisplayName));
            Assert.Equal(name, stored);
        }
        else
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("?user=0123&token=x")]
    [InlineData("?user=00000000000000000000000000000001&token=%00")]
    [InlineData("")]
    public async Task Broken_confirmation_link_is_answered_without_an_error(string query)
    {
        using var visitor = new Visitor(site);

        using var answer = await visitor.Client.GetAsync("/confirm" + query);

        Assert.True((int)answer.StatusCode is 200 or 404, $"{(int)answer.StatusCode}");
    }
}
