using Matchmaking.BrowserTests.Site;
using Microsoft.Playwright;
using Xunit;

namespace Matchmaking.BrowserTests;

public sealed class PublicPagesTests(BrowserSite site)
{
    public static TheoryData<string, string, bool> Pages()
    {
        var pages = new TheoryData<string, string, bool>();
        foreach (var path in new[] { "/", "/about", "/privacy" })
        {
            foreach (var locale in new[] { "zh-CN", "ko-KR", "en-GB" })
            {
                pages.Add(path, locale, false);
                pages.Add(path, locale, true);
            }
        }

        foreach (var path in new[] { "/search", "/register", "/forgotten-password", "/nothing/here" })
        {
            pages.Add(path, "zh-CN", false);
            pages.Add(path, "ko-KR", true);
        }

        return pages;
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Public_page_is_accessible_and_fits_the_window(string path, string locale, bool phone)
    {
        await using var visitor = await site.VisitAsync(locale, phone);

        await visitor.Page.GotoAsync(path);

        await visitor.InspectAsync($"public{path.Replace('/', '-')}-{locale[..2]}-{(phone ? "phone" : "desktop")}");
    }

    [Fact]
    public async Task Every_example_on_the_search_page_finds_something()
    {
        await using var visitor = await site.VisitAsync("ko-KR");
        await visitor.Page.GotoAsync("/search");
        var examples = visitor.Page.Locator(".example-queries a");
        await Assertions.Expect(examples).ToHaveCountAsync(3);

        foreach (var index in Enumerable.Range(0, 3))
        {
            await visitor.Page.GotoAsync("/search");
            await examples.Nth(index).ClickAsync();
            await Assertions.Expect(visitor.Page.Locator(".hit").First).ToBeVisibleAsync();
        }
    }
}
