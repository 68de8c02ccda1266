using Matchmaking.BrowserTests.Site;
using Xunit;

namespace Matchmaking.BrowserTests;

/// <summary>A reviewer teaches the site new words, in each language and on both sizes of window.</summary>
public sealed class OwnWordsTests(BrowserSite site)
{
    [Theory]
    [InlineData("ko-KR", "agency-kr@demo.example", false)]
    [InlineData("zh-CN", "agency-cn@demo.example", false)]
    [InlineData("en-GB", "agency-kr@demo.example", true)]
    [InlineData("ko-KR", "agency-kr@demo.example", true)]
    public async Task Reviewer_adds_words_is_asked_about_known_ones_and_takes_an_entry_back(string locale, string account, bool phone)
    {
        await using var visitor = await site.VisitAsync(locale, phone);
        var (page, mark) = (visitor.Page, $"{locale[..2]}{(phone ? "-phone" : string.Empty)}");
        await visitor.SignInAsync(account);

        await page.GotoAsync("/terms/new");
        await page.FillAsync("#Zh", $"氢氧化锂\n锂羟{mark}");
        await page.FillAsync("#Ko", $"리튬하이{mark}");
        await page.FillAsync("#HsCodes", "2825.20");
        await page.FillAsync("#Note", "SNEC 2026");
        await page.Locator("main form button[type=submit]").ClickAsync();
        await visitor.InspectAsync($"own-words-known-{mark}");
        await page.Locator("input[name=Target][value=new]").CheckAsync();
        await page.Locator("main form button[type=submit]").ClickAsync();
        await visitor.ArriveAsync("/terms$");
        await visitor.InspectAsync($"own-words-{mark}");

        await page.GotoAsync($"/terms?q={Uri.EscapeDataString($"锂羟{mark}")}");
        Assert.Equal(1, await page.Locator("tbody tr").CountAsync());
        await page.Locator("tbody tr form button").ClickAsync();
        await visitor.ArriveAsync("/terms$");
        await visitor.InspectAsync($"own-words-removed-{mark}");
        await page.GotoAsync("/terms/met");
        await visitor.InspectAsync($"own-words-met-{mark}");
    }
}
