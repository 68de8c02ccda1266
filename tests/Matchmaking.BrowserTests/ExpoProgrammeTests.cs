using Matchmaking.BrowserTests.Site;
using Microsoft.Playwright;
using Xunit;

namespace Matchmaking.BrowserTests;

/// <summary>A schedule goes its way to the firms: shown, answered, published, and told anew. At the expo of the other class, so after it or before.</summary>
[Collection(nameof(ExpoScheduleTests))]
public sealed class ExpoProgrammeTests(BrowserSite site)
{
    private const string Agency = "agency-kr@demo.example";

    private static readonly (string Locale, bool Phone)[] Readers =
    [
        ("ko-KR", false),
        ("ko-KR", true),
        ("zh-CN", false),
        ("zh-CN", true),
        ("en-GB", false),
        ("en-GB", true),
    ];

    [Fact]
    public async Task Programme_is_shown_confirmed_published_and_told_anew()
    {
        await using var organiser = await SignedInAsync(Agency, "en-GB");
        var page = organiser.Page;
        await page.GotoAsync("/organise");
        await page.Locator("main tbody tr:nth-last-child(1) a").First.ClickAsync();
        var expo = new Uri(page.Url).AbsolutePath;
        await page.GotoAsync($"{expo}/schedule");
        await page.Locator("label:has(input[value='10'])").ClickAsync();
        await page.ClickAsync("#start");
        await page.Locator("[data-running]").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
        await Assertions.Expect(page.Locator(".drafts tbody a").First).ToBeVisibleAsync();
        await SeeAsync(Agency, "programme-draft", $"{expo}/programme");

        await page.GotoAsync($"{expo}/programme");
        await page.Locator("form[action$='/preliminary'] button").ClickAsync();
        await Assertions.Expect(page.Locator(".notice.success")).ToBeVisibleAsync();
        var firm = expo.Replace("/organise/", "/expos/", StringComparison.Ordinal);
        await SeeAsync("incheon@demo.example", "programme-firm", $"{firm}/programme");
        await AnswerAsync("incheon@demo.example", "ko-KR", firm, "이튿날 오전에는 담당자가 자리에 없습니다.");
        await AnswerAsync("suzhou@demo.example", "zh-CN", firm, text: null);
        await SeeAsync("incheon@demo.example", "programme-asked", $"{firm}/programme");
        await SeeAsync("suzhou@demo.example", "programme-leave", $"{firm}/leave");
        await SeeAsync(Agency, "programme-answers", $"{expo}/programme");
        await SeeAsync(Agency, "programme-publish", $"{expo}/programme/publish");

        await page.GotoAsync($"{expo}/programme/publish");
        await page.Locator("form[action$='/publish'] button").ClickAsync();
        await Assertions.Expect(page.Locator(".notice.success")).ToBeVisibleAsync();
        await page.Locator("dl.figures a").First.ClickAsync();
        await page.Locator(".grid-meeting").First.ClickAsync();
        await page.WaitForURLAsync("**#picked");
        await page.Locator("form[action*='/take-off'] button").ClickAsync();
        await Assertions.Expect(page.Locator(".notice.success")).ToBeVisibleAsync();
        await SeeAsync(Agency, "programme-untold", $"{expo}/programme");
        await page.GotoAsync($"{expo}/programme");
        await page.Locator("form[action$='/tell'] button").ClickAsync();
        await Assertions.Expect(page.Locator(".notice.success")).ToBeVisibleAsync();
        await SeeAsync("suzhou@demo.example", "programme-published", $"{firm}/programme");
    }

    /// <param name="text">What is to be changed; null to confirm.</param>
    private async Task AnswerAsync(string account, string locale, string firm, string? text)
    {
        await using var visitor = await SignedInAsync(account, locale);
        var page = visitor.Page;
        await page.GotoAsync($"{firm}/programme");
        if (text is null)
        {
            await page.Locator("form[action$='/confirm'] button").ClickAsync();
        }
        else
        {
            await page.Locator("details.confirm > summary").ClickAsync();
            await page.Locator("label:has(input[value=Absent])").ClickAsync();
            await visitor.InspectAsync("programme-change");
            await page.FillAsync("#Text", text);
            await page.Locator("form[action$='/change'] button").ClickAsync();
        }

        await Assertions.Expect(page.Locator(".notice.success").First).ToBeVisibleAsync();
    }

    private async Task SeeAsync(string account, string picture, string path)
    {
        foreach (var (locale, phone) in Readers)
        {
            await using var visitor = await SignedInAsync(account, locale, phone);
            await visitor.Page.GotoAsync(path);
            await visitor.InspectAsync($"{picture}-{locale[..2]}{(phone ? "-phone" : string.Empty)}");
        }
    }

    private async Task<Visitor> SignedInAsync(string account, string locale, bool phone = false)
    {
        var visitor = await site.VisitAsync(locale, phone);
        await visitor.Page.GotoAsync("/sign-in");
        await visitor.Page.ClickAsync($"button[name=email][value='{account}']");
        await visitor.Page.WaitForLoadStateAsync();
        await visitor.ReadInAsync(locale[..2], phone);
        return visitor;
    }
}
