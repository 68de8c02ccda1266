using Matchmaking.Core.Common;
using Matchmaking.IntegrationTests.Pdf;
using UglyToad.PdfPig.Content;
using Xunit;

namespace Matchmaking.IntegrationTests.Expos.Reports;

/// <summary>The PDF files of a full hall lose nothing and let nothing run over.</summary>
public sealed class FullHallPdfTests(FullHall hall) : IClassFixture<FullHall>
{
    [Fact]
    public async Task Table_cards_are_a_page_each_with_both_names_of_every_firm()
    {
        var pages = await PagesAsync("tables", "zh-Hans");
        var text = string.Concat(pages.Select(PdfText.Solid));

        Assert.Equal(FullHall.Tables, pages.Count);
        AssertCounts(text, names => names.Zh, meetings => meetings);
        AssertCounts(text, names => names.Ko, meetings => meetings);
    }

    [Fact]
    public async Task Every_firm_has_its_sheet_with_all_whom_it_meets()
    {
        var pages = await PagesAsync("firms", "en");
        var text = string.Concat(pages.Select(PdfText.Solid));

        Assert.InRange(pages.Count, hall.Firms, 2 * hall.Firms);
        AssertCounts(text, names => names.Zh, meetings => meetings + 1);
        AssertCounts(text, names => names.Ko, meetings => meetings + 1);
    }

    [Fact]
    public async Task Grid_shows_every_meeting_on_few_large_pages_with_heads_on_each()
    {
        var pages = await PagesAsync("grid", "ko");
        var text = string.Concat(pages.Select(PdfText.Solid));

        Assert.All(pages, page => Assert.True(page.Width > page.Height));
        Assert.All(pages, page => Assert.Contains("洽谈桌테이블Table", page.Solid()));
        Assert.InRange(pages.Count, 2, 8);
        Assert.All(Enumerable.Range(1, FullHall.Tables), number => Assert.Equal(2, Lines(pages).Count(line => line == $"A{number}")));
        foreach (var (a, b) in hall.Meetings)
        {
            Assert.Contains(PdfText.Solid(Own(a)), text);
            Assert.Contains(PdfText.Solid(Own(b)), text);
        }

        Assert.Equal(2 * hall.Meetings.Count, text.Count("주식회사") + text.Count("有限公司"));
    }

    [Fact]
    public async Task Interpreters_have_their_meetings()
    {
        var pages = await PagesAsync("interpreters", "zh-Hans");
        var text = string.Concat(pages.Select(PdfText.Solid));

        Assert.All(
            Enumerable.Range(1, FullHall.Tables),
            number => Assert.Contains(number % 2 == 0 ? $"李晓彤{number}" : $"김하늘{number}", text)
        );
        AssertCounts(text, names => names.Zh, meetings => meetings);
    }

    [Theory]
    [InlineData("tables")]
    [InlineData("firms")]
    [InlineData("interpreters")]
    [InlineData("grid")]
    public async Task Nothing_stands_outside_of_the_page_and_no_letter_is_unknown(string part)
    {
        var pages = await PagesAsync(part, "ko");

        Assert.All(
            pages,
            page =>
                Assert.All(
                    page.Letters,
                    letter =>
                    {
                        Assert.InRange(letter.StartBaseLine.X, 20, page.Width - 20);
                        Assert.InRange(letter.EndBaseLine.X, 20, page.Width - 20);
                        Assert.InRange(letter.StartBaseLine.Y, 20, page.Height - 20);
                        Assert.False(string.IsNullOrEmpty(letter.Value) || letter.Value.Contains('\uFFFD', StringComparison.Ordinal));
                    }
                )
        );
    }

    private async Task<IReadOnlyList<Page>> PagesAsync(string part, string language)
    {
        PdfText.SkipWithoutFonts();
        using var organiser = hall.ClientOfOrganiser(language);
        return await organiser.PagesAsync($"{hall.Page}/kit/{part}.pdf");
    }

    private void AssertCounts(string text, Func<LocalizedText, string> name, Func<int, int> expected)
    {
        foreach (var (firm, meetings) in hall.Meetings.SelectMany(meeting => new[] { meeting.A, meeting.B }).CountBy(firm => firm))
        {
            Assert.Equal((name(firm), expected(meetings)), (name(firm), text.Count(name(firm))));
        }
    }

    private static string Own(LocalizedText names) => names.Ko.Contains("주식회사", StringComparison.Ordinal) ? names.Ko : names.Zh;

    private static IEnumerable<string> Lines(IEnumerable<Page> pages) =>
        pages.SelectMany(page => page.GetWords()).Select(word => word.Text);
}
