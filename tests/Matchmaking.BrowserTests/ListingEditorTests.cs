using Matchmaking.BrowserTests.Site;
using Microsoft.Playwright;
using Xunit;

namespace Matchmaking.BrowserTests;

public sealed class ListingEditorTests(BrowserSite site)
{
    [Fact]
    public async Task What_is_understood_follows_the_words_and_is_struck_out_or_taken_over()
    {
        await using var firm = await site.VisitAsync("ko-KR");
        var page = firm.Page;
        await firm.SignInAsync("incheon@demo.example");
        await page.GotoAsync("/listings/new?kind=Need");
        await page.FillAsync("[name=Title]", "수산화리튬과 인버터 구매");

        var lithium = page.Locator("input[name=Struck][value='lithium-hydroxide']");
        await Assertions.Expect(lithium).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = 30_000 });
        await firm.InspectAsync("editor-ko-understood");
        // It leaves the list at once: a check would look for it afterwards.
        await SavedAfterAsync(page, () => page.ClickAsync("input[name=Suggested][value='2825.20']"));
        await Assertions.Expect(page.Locator("[name=HsCodes]")).ToHaveValueAsync("2825.20");
        await SavedAfterAsync(page, () => lithium.CheckAsync());

        await Assertions.Expect(lithium).ToBeCheckedAsync();
        await page.ReloadAsync();
        await Assertions.Expect(lithium).ToBeCheckedAsync();
        await Assertions.Expect(page.Locator("[name=HsCodes]")).ToHaveValueAsync("2825.20");
        await Assertions.Expect(page.Locator("input[name=Suggested][value='2825.20']")).ToHaveCountAsync(0);
        await firm.InspectAsync("editor-ko-struck");
    }

    /// <summary>What is understood is asked for after each save.</summary>
    private static async Task SavedAfterAsync(IPage page, Func<Task> change) =>
        await page.RunAndWaitForResponseAsync(
            change,
            answer => answer.Request.Method == "GET" && answer.Url.EndsWith("/understood", StringComparison.Ordinal)
        );
}
