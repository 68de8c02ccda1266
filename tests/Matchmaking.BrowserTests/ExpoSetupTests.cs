using System.Text;
using Matchmaking.BrowserTests.Site;
using Microsoft.Playwright;
using Xunit;

namespace Matchmaking.BrowserTests;

/// <summary>An agency sets an expo up, in each language and on both sizes of window.</summary>
public sealed class ExpoSetupTests(BrowserSite site)
{
    [Theory]
    [InlineData("ko-KR", false)]
    [InlineData("ko-KR", true)]
    [InlineData("zh-CN", false)]
    [InlineData("zh-CN", true)]
    [InlineData("en-GB", false)]
    [InlineData("en-GB", true)]
    public async Task Expo_is_planned_counted_while_typing_and_cut_down_again(string locale, bool phone)
    {
        await using var visitor = await site.VisitAsync(locale, phone);
        var (page, mark) = (visitor.Page, $"{locale[..2]}{(phone ? "-phone" : string.Empty)}");
        await visitor.SignInAsync("agency-kr@demo.example");
        await visitor.ReadInAsync(locale[..2], phone);

        await page.GotoAsync("/organise/new");
        await page.FillAsync("#NameZh", $"中韩采购对接会 {mark}");
        await page.FillAsync("#NameKo", $"한중 소싱 상담회 {mark}");
        await page.FillAsync("#NameEn", $"Sourcing Fair {mark}");
        await page.FillAsync("#Place", "Songdo Convensia");
        await page.SelectOptionAsync("#Hall", "KR");
        await page.FillAsync("#FirstDay", "2031-03-12");
        await page.FillAsync("#LastDay", "2031-03-13");
        await visitor.InspectAsync($"expo-new-{mark}");
        await page.Locator("main form button[type=submit]").First.ClickAsync();
        await visitor.ArriveAsync("/slots$");

        await page.FillAsync("#Minutes", "20");
        await Assertions.Expect(page.Locator("[data-count]")).ToContainTextAsync("28");
        await page.Locator("form[data-slot-count] button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator("input[name=ids]")).ToHaveCountAsync(28);
        await visitor.InspectAsync($"expo-slots-{mark}");
        var expo = new Uri(page.Url).AbsolutePath.Replace("/slots", string.Empty, StringComparison.Ordinal);

        await page.GotoAsync($"{expo}/tables");
        await page.FillAsync("#Prefix", "A");
        await page.FillAsync("#Count", "40");
        await page.Locator("main form button[type=submit]").Last.ClickAsync();
        await Assertions.Expect(page.Locator("input[name=ids]")).ToHaveCountAsync(40);
        await visitor.InspectAsync($"expo-tables-{mark}");
        await page.GotoAsync($"{expo}/interpreters/new");
        await page.FillAsync("#Name", "李晓彤");
        await page.Locator("input[name=Absent]").First.CheckAsync();
        await visitor.InspectAsync($"expo-interpreter-{mark}");
        await page.Locator("main form button[type=submit]").First.ClickAsync();
        await visitor.ArriveAsync("/interpreters$");
        await visitor.InspectAsync($"expo-interpreters-{mark}");
        await page.GotoAsync(expo);
        await visitor.InspectAsync($"expo-overview-{mark}");

        await page.GotoAsync($"{expo}/slots");
        await page.Locator("input[name=ids]").First.CheckAsync();
        await page.Locator("button.danger").ClickAsync();
        await Assertions.Expect(page.GetByText("李晓彤")).ToBeVisibleAsync();
        await visitor.InspectAsync($"expo-remove-{mark}");
        await page.Locator("button.danger").ClickAsync();
        await Assertions.Expect(page.Locator("input[name=ids]")).ToHaveCountAsync(27);
        await page.GotoAsync($"{expo}/firms/invite");
        await visitor.InspectAsync($"expo-invite-{mark}");
        await page.Locator("input[name=firms]").First.CheckAsync();
        await page.Locator("form[method=post][action$=invite] button").First.ClickAsync();
        await visitor.ArriveAsync("/firms$");
        await page.GotoAsync($"{expo}/groups");
        await page.FillAsync("#Name", "CN suppliers");
        await page.Locator("aside form button").ClickAsync();
        await Assertions.Expect(page.GetByText("CN suppliers").First).ToBeVisibleAsync();
        await page.Locator("input[name=pairs]").Nth(4).CheckAsync();
        await page.Locator("form[action$=meetings] button").ClickAsync();
        await Assertions.Expect(page.Locator("input[name=pairs]").Nth(4)).ToBeCheckedAsync();
        await visitor.InspectAsync($"expo-groups-{mark}");
        await page.GotoAsync($"{expo}/firms");
        await page.Locator("input[name=ids]").First.CheckAsync();
        await page.SelectOptionAsync("#group", new SelectOptionValue { Label = "CN suppliers" });
        await page.Locator("button[formaction$='/groups/firms']").ClickAsync();
        await Assertions.Expect(page.Locator("td").GetByText("CN suppliers")).ToBeVisibleAsync();
        await page.Locator("button.danger").ScrollIntoViewIfNeededAsync();
        await visitor.InspectAsync($"expo-firms-{mark}");
        await page.Locator("td a[href*='/firms/']").First.ClickAsync();
        await page.FillAsync("#Min", "2");
        await page.SelectOptionAsync("#Table", new SelectOptionValue { Label = "A7" });
        await visitor.InspectAsync($"expo-firm-{mark}");
        await page.Locator("main form button[type=submit]").First.ClickAsync();
        await visitor.ArriveAsync("/firms$");
        await page.Locator("input[name=ids]").First.CheckAsync();
        await page.Locator("button.danger").ClickAsync();
        await visitor.InspectAsync($"expo-firm-remove-{mark}");
        await page.GotoAsync($"{expo}/firms/import");
        await page.SetInputFilesAsync(
            "#File",
            new FilePayload
            {
                Name = "firms.csv",
                MimeType = "text/csv",
                Buffer = Encoding.UTF8.GetBytes("name,registrationNumber\n없는 기업,\n,123-45-67890\n"),
            }
        );
        await page.Locator("form[enctype] button").ClickAsync();
        await Assertions.Expect(page.Locator("#result")).ToBeVisibleAsync();
        await page.Locator("tbody tr").Last.ScrollIntoViewIfNeededAsync();
        await visitor.InspectAsync($"expo-import-{mark}");
        await page.GotoAsync("/organise");
        await visitor.InspectAsync($"expo-list-{mark}");
    }

    [Theory]
    [InlineData("ko-KR", "incheon@demo.example", false)]
    [InlineData("zh-CN", "suzhou@demo.example", true)]
    [InlineData("zh-CN", "suzhou@demo.example", false)]
    [InlineData("en-GB", "incheon@demo.example", true)]
    public async Task Invited_firm_answers_and_wishes(string locale, string account, bool phone)
    {
        await using var visitor = await site.VisitAsync(locale, phone);
        var (page, mark) = (visitor.Page, $"{locale[..2]}{(phone ? "-phone" : string.Empty)}");
        await visitor.SignInAsync(account);
        await visitor.ReadInAsync(locale[..2], phone);

        await page.GotoAsync("/expos");
        await visitor.InspectAsync($"expos-{mark}");
        await page.Locator("main .rows a").First.ClickAsync();
        await visitor.InspectAsync($"expo-answer-{mark}");
        await page.Locator("button[name=Attends][value=true]").ClickAsync();
        await visitor.ArriveAsync("/partners$");
        await page.Locator("label:has(input[value=Must])").First.ClickAsync();
        await page.Locator("main form > .actions button").ClickAsync();
        await Assertions.Expect(page.Locator(".notice.success")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("input[value=Must]").First).ToBeCheckedAsync();
        await visitor.InspectAsync($"expo-wishes-{mark}");
    }
}
