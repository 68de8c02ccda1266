using SkiaSharp;

namespace Matchmaking.Web.Pdf;

internal static class PdfFile
{
    public const string ContentType = "application/pdf";

    /// <summary>Fonts are embedded, as far as they are used, and text stays text.</summary>
    /// <param name="made">UTC.</param>
    /// <returns>The whole file outside the managed memory; to be disposed of.</returns>
    public static Stream Write(string title, DateTime made, IReadOnlyList<PdfPage> pages, CancellationToken cancellationToken)
    {
        using var buffer = new SKDynamicMemoryWStream();
        var about = new SKDocumentPdfMetadata
        {
            Title = title,
            Creator = "Matchmaking",
            Creation = made,
        };
        using (var document = SKDocument.CreatePdf(buffer, about))
        {
            foreach (var page in pages)
            {
                cancellationToken.ThrowIfCancellationRequested();
                page.Draw(document.BeginPage(page.Paper.Width, page.Paper.Height));
                document.EndPage();
            }

            document.Close();
        }

        return buffer.DetachAsData().AsStream(streamDisposesData: true);
    }
}
