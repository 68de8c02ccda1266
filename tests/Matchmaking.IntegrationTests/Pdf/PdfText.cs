using Matchmaking.Web.Pdf;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using Xunit;

namespace Matchmaking.IntegrationTests.Pdf;

/// <summary>What a PDF file says, read back.</summary>
internal static class PdfText
{
    public static void SkipWithoutFonts()
    {
        using var fonts = new PdfFonts(folder: null);
        Assert.SkipUnless(fonts.AreComplete, "Needs a font with Chinese and Korean glyphs, such as Debian's fonts-noto-cjk.");
    }

    public static async Task<IReadOnlyList<Page>> PagesAsync(this HttpClient client, string address)
    {
        using var document = PdfDocument.Open(await client.GetByteArrayAsync(address));
        return [.. document.GetPages()];
    }

    /// <summary>
    /// In the order in which it was written, without blanks: a name may go on on another line. The reader knows one character a glyph; where
    /// the file says that another one was meant, as 子 by the glyph of the radical ⼦, that one is taken.
    /// </summary>
    public static string Solid(this Page page) =>
        page.GetMarkedContents()
            .Where(content => content.ActualText is not null)
            .Select(content => (Read: string.Concat(content.Letters.Select(letter => letter.Value)), Meant: content.ActualText))
            .Distinct()
            .Aggregate(Solid(page.Text), (text, pair) => text.Replace(pair.Read, pair.Meant, StringComparison.Ordinal));

    public static string Solid(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));

    public static int Count(this string text, string part) => text.Split(Solid(part)).Length - 1;
}
