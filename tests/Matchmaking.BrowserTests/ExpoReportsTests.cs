using Matchmaking.BrowserTests.Site;
using Microsoft.Playwright;
using Xunit;

namespace Matchmaking.BrowserTests;

/// <summary>An agency reads what a draft means for the firms, and takes it into the hall on paper.</summary>
public sealed class ExpoReportsTests(BrowserSite site)
{
    [Theory]
    [InlineData("ko-KR", false)]
    [InlineData("zh-CN", true)]
    [InlineData("en-GB", false)]
    public async Task Draft_is_explained_and_printed(string locale, bool phone)
    {
        await using var visitor = await site.VisitAsync(locale, phone);
        var (page, mark) = (visitor.Page, $"{locale[..2]}{(phone ? "-phone" : string.Empty)}");
        await visitor.SignInAsync("agency-kr@demo.example");
        await visitor.ReadInAsync(locale[..2], phone);
        await page.GotoAsync("/organise");
        await page.Locator("main tbody tr:nth-last-child(2) a").First.ClickAsync();
        await page.GotoAsync($"{new Uri(page.Url).AbsolutePath}/schedule");
        await page.Locator("label:has(input[value='10'])").ClickAsync();
        await page.ClickAsync("#start");
        await Assertions.Expect(page.Locator(".notice.success").First).ToBeVisibleAsync();
        await page.Locator("[data-running]").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
        await page.Locator(".drafts tbody a").First.ClickAsync();
        await visitor.ArriveAsync("/schedule/[^/]+$");
        var draft = new Uri(page.Url).AbsolutePath;

        await page.Locator($"a[href='{draft}/why-not']").ClickAsync();
        await visitor.ArriveAsync("/why-not$");
        await visitor.InspectAsync($"why-not-{mark}");
        await page.Locator(".cause-list a").First.ClickAsync();
        await Assertions.Expect(page.Locator(".cause-list a[aria-current]")).ToHaveCountAsync(1);
        await page.Locator("tbody tr").First.ScrollIntoViewIfNeededAsync();
        await visitor.InspectAsync($"why-not-list-{mark}");

        await page.GotoAsync($"{draft}/fairness");
        await visitor.InspectAsync($"fairness-{mark}");
        await page.GotoAsync($"{draft}/fairness?Order=Share");
        await page.Locator(".fairness tbody tr").First.ScrollIntoViewIfNeededAsync();
        await visitor.InspectAsync($"fairness-list-{mark}");

        await page.GotoAsync($"{draft}/kit");
        await visitor.InspectAsync($"kit-{mark}");
        foreach (var part in new[] { "tables", "firms", "interpreters", "grid" })
        {
            await page.GotoAsync($"{draft}/kit/{part}");
            await visitor.InspectAsync($"kit-{part}-{mark}");
            var paper = await page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true });
            Assert.NotEmpty(paper);
            if (Environment.GetEnvironmentVariable("MATCHMAKING_TEST_PICTURES") is { Length: > 0 } pictures)
            {
                await File.WriteAllBytesAsync(Path.Combine(pictures, $"kit-{part}-{mark}.pdf"), paper);
            }
        }
    }
}
