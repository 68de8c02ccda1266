using Matchmaking.Core.Common;
using Matchmaking.Web.Pdf;
using SkiaSharp;
using UglyToad.PdfPig;
using Xunit;

namespace Matchmaking.IntegrationTests.Pdf;

/// <summary>Text keeps to its room, and a table goes on on as many pages as it needs.</summary>
public sealed class TypesetterTests : IDisposable
{
    private static readonly TextStyle Style = new(11);

    private readonly PdfFonts fonts = new(folder: null);
    private readonly Typesetter setter;

    public TypesetterTests()
    {
        PdfText.SkipWithoutFonts();
        setter = new Typesetter(fonts);
    }

    [Theory]
    [InlineData(LanguageCode.Zh, "苏州工业园区岩恒新能源材料科技有限公司（张家港保税区分公司）")]
    [InlineData(LanguageCode.Ko, "대한민국 첨단 반도체 장비 부품 제조 협동조합 연합회")]
    [InlineData(LanguageCode.En, "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk Co., Ltd.")]
    public void Line_is_never_wider_than_its_room(LanguageCode language, string text)
    {
        foreach (var width in new[] { 40f, 80, 160, 1000 })
        {
            var block = setter.Set(
                [new Phrase(text, language, Style), new Phrase(text, language, Style with { IsBold = true })],
                width,
                gap: 5
            );

            Assert.All(block.Lines, line => Assert.InRange(line.Width, 1, width + 0.1f));
            Assert.InRange(block.Height, block.Lines.Count * Style.Size, block.Lines.Count * Style.LineHeight * 1.1f);
        }
    }

    [Fact]
    public void Phrase_that_does_not_fit_behind_another_one_begins_a_line()
    {
        var (first, second) = (new Phrase("岩恒机械", LanguageCode.Zh, Style), new Phrase("옌헝 기계", LanguageCode.Ko, Style));

        Assert.Equal(2, setter.Set([first, second], 60, gap: 5).Lines.Count);
        Assert.Single(setter.Set([first, second], 120, gap: 5).Lines);
    }

    [Fact]
    public void Name_is_set_as_large_as_its_line_allows()
    {
        var name = new Phrase("Hall A 12", LanguageCode.En, Style);

        Assert.Equal(64 * 1.35f, setter.Fit(name, 400, 64, 32, 16).Height, 1f);
        Assert.Equal(32 * 1.35f, setter.Fit(name, 180, 64, 32, 16).Height, 1f);
    }

    [Fact]
    public void Table_that_goes_on_repeats_its_head_and_the_title_of_its_group()
    {
        var table = new PagedTable([300], new SKSize(2, 2), Row("表头"));
        var pages = table.Lay(
            [new TableGroup(Row("첫날"), [.. Rows("a", 50)]), new TableGroup(Row("둘째날"), [.. Rows("b", 50)])],
            _ => new OpenPage(new PdfPage(PaperSize.A4), 40, 790)
        );
        using var file = PdfFile.Write("", new DateTime(2027, 3, 10, 0, 0, 0, DateTimeKind.Utc), pages, CancellationToken.None);
        using var document = PdfDocument.Open(file);
        var texts = document.GetPages().Select(PdfText.Solid).ToList();

        Assert.True(texts.Count > 2);
        Assert.All(texts, text => Assert.StartsWith("表头", text));
        Assert.All(texts, text => Assert.Equal(text.Contains('a'), text.Contains("첫날")));
        Assert.All(texts, text => Assert.Equal(text.Contains('b'), text.Contains("둘째날")));
        Assert.All(Enumerable.Range(100, 50), number => Assert.Single(texts, text => text.Contains($"a{number}")));
        Assert.All(Enumerable.Range(100, 50), number => Assert.Single(texts, text => text.Contains($"b{number}")));
    }

    public void Dispose() => fonts.Dispose();

    private IEnumerable<TableRow> Rows(string name, int count) => Enumerable.Range(100, count).Select(number => Row($"{name}{number}"));

    private TableRow Row(string text) => new([setter.Set([Phrase.Of(text, Style)], 296)]);
}
