using Matchmaking.BrowserTests.Site;
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
}
