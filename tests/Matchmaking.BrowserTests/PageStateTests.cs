using Matchmaking.BrowserTests.Site;
using Microsoft.Playwright;
using Xunit;

namespace Matchmaking.BrowserTests;

/// <summary>Pages in states that a journey does not come by: after a refusal, with a long name, with something shown once.</summary>
public sealed class PageStateTests(BrowserSite site)
{
    private const string OneWord = "https://example.com/AVeryLongAddressWithoutAnyPlaceToBreakTheLineAtAllThatSomebodyPasted";

    public static TheoryData<string, bool> Windows() =>
        new()
        {
            { "zh-CN", false },
            { "ko-KR", true },
            { "en-GB", true },
        };

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task Account_pages_are_accessible_before_and_after_an_error(string locale, bool phone)
    {
        await using var visitor = await EnterAsync("colleague@demo.example", locale, phone);
        var (page, mark) = (visitor.Page, Mark(locale, phone));

        await page.GotoAsync("/account/security");
        await visitor.InspectAsync($"security-{mark}");
        await page.GotoAsync("/account/security/authenticator");
        await page.FillAsync("#Code", "1");
        await page.Locator("main form button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator("#Code-error")).ToBeVisibleAsync();
        await visitor.InspectAsync($"authenticator-error-{mark}");
        await page.GotoAsync("/account/security/password");
        await page.FillAsync("#CurrentPassword", "not the password");
        await page.FillAsync("#Password", "another quiet harbour");
        await page.Locator("main form button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator(".notice.error")).ToBeVisibleAsync();
        await visitor.InspectAsync($"password-error-{mark}");
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task Secret_of_a_program_and_an_invitation_to_a_long_address_fit_the_window(string locale, bool phone)
    {
        await using var visitor = await EnterAsync("incheon@demo.example", locale, phone);
        var (page, mark) = (visitor.Page, Mark(locale, phone));

        await page.GotoAsync("/api-clients");
        await page.FillAsync("#Name", OneWord[..60]);
        await page.Locator("main input[name=Scopes]").First.CheckAsync();
        await page.Locator("main form[action='/api-clients'] button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator(".secret")).ToHaveCountAsync(2);
        await visitor.InspectAsync($"program-{mark}");
        await page.GotoAsync("/members");
        await page.FillAsync("#Email", $"{mark}-of-the-department-for-everything-overseas@a-long-domain-of-a-large-firm.example");
        await page.Locator("form[action='/members/invitations'] button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator(".notice.success")).ToBeVisibleAsync();
        await visitor.InspectAsync($"members-{mark}");
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task Saved_search_with_a_long_name_fits_the_window(string locale, bool phone)
    {
        await using var visitor = await EnterAsync("suzhou@demo.example", locale, phone);
        var (page, mark) = (visitor.Page, Mark(locale, phone));

        await page.GotoAsync($"/partners?q={mark}");
        await page.Locator(".saved-bar summary").ClickAsync();
        await page.FillAsync(".saved-bar [name=Name]", mark + OneWord[..60]);
        await page.Locator(".saved-bar form button[type=submit]").ClickAsync();
        await page.GotoAsync("/partners");
        await Assertions.Expect(page.Locator(".saved-bar a").Filter(new LocatorFilterOptions { HasText = mark })).ToBeVisibleAsync();
        await visitor.InspectAsync($"saved-bar-{mark}");
        await page.GotoAsync("/saved-searches");
        await page.Locator(".saved-searches summary").First.ClickAsync();
        await visitor.InspectAsync($"saved-searches-{mark}");
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task File_of_words_with_a_bad_line_is_answered_in_full_width(string locale, bool phone)
    {
        await using var visitor = await EnterAsync("agency-kr@demo.example", locale, phone);
        var (page, mark) = (visitor.Page, Mark(locale, phone));

        await page.GotoAsync("/terms");
        await page.SetInputFilesAsync(
            "#file",
            new FilePayload
            {
                Name = "words.tsv",
                MimeType = "text/tab-separated-values",
                Buffer = "one line without tabs"u8.ToArray(),
            }
        );
        await page.ClickAsync("form[action='/terms/import'] button");

        var caption = await page.Locator("caption").BoundingBoxAsync();
        Assert.True(caption!.Width > 150, $"The caption is {caption.Width} px wide.");
        await visitor.InspectAsync($"words-file-{mark}");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Keys_are_named_only_where_there_is_a_keyboard(bool phone)
    {
        await using var visitor = await EnterAsync("agency-kr@demo.example", "ko-KR", phone);

        await visitor.Page.GotoAsync("/reviews");
        await visitor.Page.Locator("main a[href^='/reviews/']").First.ClickAsync();

        await Assertions
            .Expect(visitor.Page.Locator(".keys"))
            .ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Visible = !phone });
        await visitor.InspectAsync($"review-{Mark("ko-KR", phone)}");
    }

    private static string Mark(string locale, bool phone) => $"{locale[..2]}{(phone ? "-phone" : string.Empty)}";

    private async Task<Visitor> EnterAsync(string account, string locale, bool phone)
    {
        var visitor = await site.VisitAsync(locale, phone);
        await visitor.SignInAsync(account);
        return visitor;
    }
}
