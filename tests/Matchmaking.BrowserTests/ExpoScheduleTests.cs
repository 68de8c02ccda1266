using Matchmaking.BrowserTests.Site;
using Microsoft.Playwright;
using Xunit;

namespace Matchmaking.BrowserTests;

/// <summary>An agency searches for a schedule, and moves its meetings with the mouse and with the keyboard.</summary>
[Collection(nameof(ExpoScheduleTests))]
public sealed class ExpoScheduleTests(BrowserSite site)
{
    [Theory]
    [InlineData("ko-KR", false)]
    [InlineData("ko-KR", true)]
    [InlineData("zh-CN", false)]
    [InlineData("zh-CN", true)]
    [InlineData("en-GB", false)]
    [InlineData("en-GB", true)]
    public async Task Schedule_is_searched_read_and_changed(string locale, bool phone)
    {
        await using var visitor = await site.VisitAsync(locale, phone);
        var (page, mark) = (visitor.Page, $"{locale[..2]}{(phone ? "-phone" : string.Empty)}");
        await visitor.SignInAsync("agency-kr@demo.example");
        await visitor.ReadInAsync(locale[..2], phone);
        await page.GotoAsync("/organise");
        await page.Locator("main tbody tr:nth-last-child(2) a").First.ClickAsync();
        var expo = new Uri(page.Url).AbsolutePath;

        await page.GotoAsync($"{expo}/schedule");
        await visitor.InspectAsync($"schedule-{mark}");
        await page.Locator("label:has(input[value='10'])").ClickAsync();
        await page.ClickAsync("#start");
        await Assertions.Expect(page.Locator(".notice.success").First).ToBeVisibleAsync();
        await visitor.InspectAsync($"schedule-running-{mark}");
        await page.Locator("[data-running]").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
        await Assertions.Expect(page.Locator(".drafts tbody a").First).ToBeVisibleAsync();
        await visitor.InspectAsync($"schedule-drafts-{mark}");

        await page.Locator(".drafts tbody a").First.ClickAsync();
        await visitor.ArriveAsync("/schedule/[^/]+$");
        await visitor.InspectAsync($"draft-{mark}");
        await page.Locator(".grid-meeting").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await visitor.ArriveAsync("#picked$");
        await visitor.InspectAsync($"draft-picked-{mark}");
        var free = page.Locator("td.legal:not(.swap) button").First;
        var cell = await free.GetAttributeAsync("value");
        await free.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".notice.success")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator($"td[data-cell='{cell}'] .grid-meeting")).ToBeVisibleAsync();
        await page.Locator("form[action*='/undo'] button").ClickAsync();
        await Assertions.Expect(page.Locator($"td[data-cell='{cell}'] .grid-meeting")).ToHaveCountAsync(0);

        var draft = new Uri(page.Url).AbsolutePath;
        await page.GotoAsync($"{draft}?Part=Firms");
        await visitor.InspectAsync($"draft-firms-{mark}");
        await page.Locator("nav.tabs a[href*='/why-not']").ClickAsync();
        await visitor.ArriveAsync("/why-not");
        await visitor.InspectAsync($"draft-unplaced-{mark}");
        await page.GotoAsync($"{expo}/schedule/compare?one=1&other={draft.Split('/')[^1]}");
        await visitor.InspectAsync($"draft-compared-{mark}");
        await page.GotoAsync($"{draft}/kit");
        await page.Locator("#files").ScrollIntoViewIfNeededAsync();
        await visitor.InspectAsync($"draft-files-{mark}");
        await SeeWhatIsHitAsync(visitor, expo, mark);
    }

    /// <summary>Shortening and removing a slot say first which meetings they hit.</summary>
    private static async Task SeeWhatIsHitAsync(Visitor visitor, string expo, string mark)
    {
        var page = visitor.Page;
        await page.GotoAsync($"{expo}/slots");
        await page.Locator("input[name=ids]").First.CheckAsync();
        await page.FillAsync("#length", "20");
        await page.Locator("#length").ScrollIntoViewIfNeededAsync();
        await visitor.InspectAsync($"slots-length-{mark}");
        await page.Locator("button[formaction$='/shorten']").ClickAsync();
        await Assertions.Expect(page.Locator("button[name=confirmed]")).ToBeVisibleAsync();
        Assert.NotEqual(0, await page.Locator("#hits ~ ul li").CountAsync());
        await visitor.InspectAsync($"slots-shorten-{mark}");
        await page.GotoAsync($"{expo}/slots");
        await page.Locator("input[name=ids]").First.CheckAsync();
        await page.Locator("button.danger").ClickAsync();
        await Assertions.Expect(page.Locator("button[name=confirmed]")).ToBeVisibleAsync();
        Assert.NotEqual(0, await page.Locator("#hits ~ ul li").CountAsync());
        await visitor.InspectAsync($"slots-remove-{mark}");
    }

    [Fact]
    public async Task Meeting_is_dragged_to_where_it_may_stand()
    {
        await using var visitor = await site.VisitAsync("en-GB");
        var page = visitor.Page;
        await visitor.SignInAsync("agency-kr@demo.example");
        await page.GotoAsync("/organise");
        await page.Locator("main tbody tr:nth-last-child(2) a").First.ClickAsync();
        await page.GotoAsync($"{new Uri(page.Url).AbsolutePath}/schedule");
        await page.Locator("label:has(input[value='10'])").ClickAsync();
        await page.ClickAsync("#start");
        await Assertions.Expect(page.Locator(".notice.success").First).ToBeVisibleAsync();
        await page.Locator("[data-running]").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
        await Assertions.Expect(page.Locator(".drafts tbody a").First).ToBeVisibleAsync();
        await page.Locator(".drafts tbody a").First.ClickAsync();
        await visitor.ArriveAsync("/schedule/[^/]+$");

        var meeting = page.Locator(".grid-meeting").First;
        var id = await meeting.GetAttributeAsync("data-meeting");
        await meeting.HoverAsync();
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(640, 500, new MouseMoveOptions { Steps = 5 });
        await Assertions.Expect(page.Locator("table.picking")).ToBeVisibleAsync();
        await visitor.InspectAsync("draft-dragged");
        var free = page.Locator("td.legal.free").First;
        var cell = await free.GetAttributeAsync("data-cell");
        await free.HoverAsync();
        await page.Mouse.UpAsync();

        await Assertions.Expect(page.Locator($"td[data-cell='{cell}'] [data-meeting='{id}']")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".notice.success")).ToBeVisibleAsync();
    }
}
