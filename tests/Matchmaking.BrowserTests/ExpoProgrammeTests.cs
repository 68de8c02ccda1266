using Matchmaking.BrowserTests.Site;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Programme;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace Matchmaking.BrowserTests;

/// <summary>A schedule goes its way to the firms: shown, answered, published, and told anew. At the expo of the other class, so after it or before.</summary>
[Collection(nameof(ExpoScheduleTests))]
public sealed class ExpoProgrammeTests(BrowserSite site) : IAsyncDisposable
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

    private readonly Dictionary<(string Account, bool Phone), Visitor> visitors = [];

    [Fact]
    public async Task Programme_is_shown_confirmed_published_and_told_anew()
    {
        var organiser = await SignedInAsync(Agency, phone: false);
        var page = organiser.Page;
        await page.GotoAsync("/organise");
        await page.Locator("main tbody tr:nth-last-child(2) a").First.ClickAsync();
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
        await AnswerAsync("incheon@demo.example", firm, "이튿날 오전에는 담당자가 자리에 없습니다.");
        await AnswerAsync("suzhou@demo.example", firm, text: null);
        await SeeAsync("incheon@demo.example", "programme-asked", $"{firm}/programme");
        await SeeAsync("suzhou@demo.example", "programme-leave", $"{firm}/leave");
        await SeeAsync(Agency, "programme-answers", $"{expo}/programme");
        await page.GotoAsync($"{expo}/programme");
        await page.Locator("#answers ~ table summary").ClickAsync();
        await page.Locator("#answers").ScrollIntoViewIfNeededAsync();
        await page.FillAsync("#answers ~ table textarea", "오후로 옮겼습니다.");
        await organiser.InspectAsync("programme-settle");
        await page.Locator("#answers ~ table button").ClickAsync();
        await Assertions.Expect(page.Locator(".notice.success")).ToBeVisibleAsync();
        await SeeAsync(Agency, "programme-publish", $"{expo}/programme/publish");

        await page.GotoAsync($"{expo}/programme/publish");
        await page.Locator("form[action$='/publish'] button").ClickAsync();
        await Assertions.Expect(page.Locator(".notice.success")).ToBeVisibleAsync();
        await page.Locator("dl.figures a").First.ClickAsync();
        await page.Locator(".grid-meeting").First.ClickAsync();
        await organiser.ArriveAsync("#picked$");
        await page.Locator("form[action*='/take-off'] button").ClickAsync();
        await Assertions.Expect(page.Locator(".notice.success")).ToBeVisibleAsync();
        await SeeAsync(Agency, "programme-untold", $"{expo}/programme");
        await page.GotoAsync($"{expo}/programme");
        await page.Locator("form[action$='/tell'] button").ClickAsync();
        await Assertions.Expect(page.Locator(".notice.success")).ToBeVisibleAsync();
        await SeeAsync("suzhou@demo.example", "programme-published", $"{firm}/programme");
        await RepairAsync(page, expo);
        await CheckInAsync(expo);
        await SeeFreePlaceAsync(page, expo);
        await SeeInterpretersAsync(page, expo);
        await SayAndCloseAsync(page, expo, firm);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in visitors.Values)
        {
            await visitor.DisposeAsync();
        }
    }

    /// <summary>The days of the expo come, both sides say what came of their meetings, and the organiser closes it.</summary>
    private async Task SayAndCloseAsync(IPage page, string expo, string firm)
    {
        await SeeAsync(Agency, "outcomes-none", $"{expo}/outcomes");
        await using (var scope = site.Services.CreateAsyncScope())
        {
            // The clock of this site is the real one, so the meetings are moved.
            var yesterday = DateTime.UtcNow.AddDays(-1);
            await scope
                .ServiceProvider.GetRequiredService<AppDbContext>()
                .Set<ToldMeeting>()
                .ExecuteUpdateAsync(told => told.SetProperty(item => item.Start, yesterday));
        }

        await SeeAsync("suzhou@demo.example", "outcomes-firm", $"{firm}/outcomes");
        var visitor = await SignedInAsync("suzhou@demo.example", phone: true);
        await visitor.Page.GotoAsync($"{firm}/outcomes");
        await visitor.Page.Locator("button[name=Kind][value=Informative]").First.ClickAsync();
        await Assertions.Expect(visitor.Page.Locator(".notice.success").First).ToBeVisibleAsync();
        await visitor.Page.Locator("tbody a.button").First.ClickAsync();
        await visitor.Page.Locator("label:has(input[value=CooperationPossible])").ClickAsync();
        await visitor.Page.FillAsync("#Note", "样品下周寄出，月底再谈价格。");
        await visitor.InspectAsync("outcome-note-phone");
        await visitor.Page.Locator("main form button").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator(".notice.success").First).ToBeVisibleAsync();
        await SeeAsync("suzhou@demo.example", "outcomes-said", $"{firm}/outcomes");
        await SeeAsync(Agency, "outcomes", $"{expo}/outcomes");
        await SeeAsync(Agency, "outcomes-statistics", $"{expo}/outcomes/statistics");
        await SeeAsync(Agency, "outcomes-finish", $"{expo}/outcomes/finish");

        await page.GotoAsync($"{expo}/outcomes");
        await page.Locator("form[action$='/remind'] button").ClickAsync();
        await Assertions.Expect(page.Locator(".notice.success").First).ToBeVisibleAsync();
        await page.Locator("a[href$='/finish']").ClickAsync();
        await page.Locator("form[action$='/finish'] button").ClickAsync();
        await Assertions.Expect(page.Locator("form[action$='/reopen']")).ToBeVisibleAsync();
        await SeeAsync(Agency, "outcomes-closed", $"{expo}/outcomes");
        await SeeAsync("suzhou@demo.example", "outcomes-firm-closed", $"{firm}/outcomes");
        await page.GotoAsync($"{expo}/outcomes");
        await page.Locator("form[action$='/reopen'] button").ClickAsync();
        await Assertions.Expect(page.Locator("a[href$='/finish']")).ToBeVisibleAsync();
    }

    /// <summary>A table breaks: what it hits is shown, other places are sought, and what changes is shown before it counts.</summary>
    private async Task RepairAsync(IPage page, string expo)
    {
        await page.GotoAsync($"{expo}/drop-outs");
        var table = await page.Locator("#What optgroup:nth-of-type(2) option").First.GetAttributeAsync("value");
        await page.SelectOptionAsync("#What", table!);
        await page.Locator("form[action$='/preview'] button").ClickAsync();
        await Assertions.Expect(page.Locator("button[value=Repair]")).ToBeVisibleAsync();
        await SeeAsync(Agency, "drop-out-preview", new Uri(page.Url).PathAndQuery);
        await page.ClickAsync("button[value=Repair]");
        await Assertions.Expect(page.Locator(".notice form[action$='/take'] button")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await SeeAsync(Agency, "drop-out-found", $"{expo}/schedule");
        await page.Locator(".notice form[action$='/take'] button").ClickAsync();
        await Assertions.Expect(page.Locator("button[name=confirmed]")).ToBeVisibleAsync();
        await page.ClickAsync("button[name=confirmed]");
        await Assertions.Expect(page.Locator("form[action$='/tell']")).ToBeVisibleAsync();
        await SeeAsync(Agency, "drop-outs", $"{expo}/drop-outs");
        await page.GotoAsync($"{expo}/programme");
        await SeeAsync(Agency, "drop-out-draft", (await page.Locator("dl.figures a").First.GetAttributeAsync("href"))!);
    }

    /// <summary>On a phone at the door: from the list to a firm, and back by one press.</summary>
    private async Task CheckInAsync(string expo)
    {
        var phone = (await SignedInAsync(Agency, phone: true)).Page;
        await phone.GotoAsync($"{expo}/check-in");
        await phone.Locator(".check-in-list li:nth-child(2) form button").ClickAsync();
        await Assertions.Expect(phone.Locator(".check-in-list .badge.good")).ToHaveCountAsync(1);
        var firm = await phone.Locator(".check-in-list li:first-child a").GetAttributeAsync("href");
        await SeeAsync(Agency, "day-arriving", firm!);
        await phone.GotoAsync(firm!);
        await phone.Locator(".arriving-button").ClickAsync();
        await Assertions.Expect(phone.Locator(".arriving .notice.success")).ToBeVisibleAsync();
        await SeeAsync(Agency, "day-arrived", firm!);
        await SeeAsync(Agency, "day-check-in", $"{expo}/check-in");
        await SeeAsync(Agency, "day-now", $"{expo}/now");
    }

    private async Task SeeFreePlaceAsync(IPage page, string expo)
    {
        await page.GotoAsync($"{expo}/now");
        while (await page.Locator("a[href$='/offers']").CountAsync() == 0)
        {
            var before = page.Url;
            await page.Locator(".slot-steps a:has([href$='arrow-right'])").ClickAsync();
            await Assertions.Expect(page).Not.ToHaveURLAsync(before);
        }

        var offers = await page.Locator("a[href$='/offers']").First.GetAttributeAsync("href");
        await SeeAsync(Agency, "day-offers", offers!);
    }

    private async Task SeeInterpretersAsync(IPage page, string expo)
    {
        await page.GotoAsync($"{expo}/interpreters");
        var address = await page.Locator("a[href$='/address']").First.GetAttributeAsync("href");
        await SeeAsync(Agency, "day-address", address!);
        await page.GotoAsync(address!);
        var list = await page.Locator(".secret-address").GetAttributeAsync("href");
        await SeeAsync(Agency, "day-interpreting", new Uri(list!).AbsolutePath);
    }

    /// <param name="text">What is to be changed; null to confirm.</param>
    private async Task AnswerAsync(string account, string firm, string? text)
    {
        var visitor = await SignedInAsync(account, phone: false);
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
            await page.FillAsync("#Text", text);
            await visitor.InspectAsync("programme-change");
            await page.Locator("form[action$='/change'] button").ClickAsync();
        }

        await Assertions.Expect(page.Locator(".notice.success").First).ToBeVisibleAsync();
    }

    private async Task SeeAsync(string account, string picture, string path)
    {
        foreach (var (locale, phone) in Readers)
        {
            var visitor = await SignedInAsync(account, phone);
            await visitor.Page.GotoAsync(path);
            await visitor.ReadInAsync(locale[..2], phone);
            await visitor.InspectAsync($"{picture}-{locale[..2]}{(phone ? "-phone" : string.Empty)}");
        }
    }

    private async Task<Visitor> SignedInAsync(string account, bool phone)
    {
        if (!visitors.TryGetValue((account, phone), out var visitor))
        {
            visitor = await site.VisitAsync("en-GB", phone);
            visitors.Add((account, phone), visitor);
            await visitor.SignInAsync(account);
        }

        return visitor;
    }
}
