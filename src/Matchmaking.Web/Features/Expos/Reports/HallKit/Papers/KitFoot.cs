using System.Globalization;
using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Pdf;

namespace Matchmaking.Web.Features.Expos.Reports.HallKit.Papers;

/// <summary>What stands at the foot of each page: the expo and its draft, when the file was made, and the number of the page.</summary>
/// <param name="now">UTC.</param>
internal sealed class KitFoot(KitLayout layout, DateTime now)
{
    private static readonly TextStyle Style = new(8, IsMuted: true);

    public IReadOnlyList<PdfPage> Finish(IReadOnlyList<KitSheet> sheets)
    {
        var total = sheets.Sum(sheet => sheet.Pages.Count);
        var number = 0;
        foreach (var sheet in sheets)
        {
            foreach (var (index, page) in sheet.Pages.Index())
            {
                number++;
                Close(page, sheet.Language, Numbered(number, total));
                if (sheets.Count > 1 && sheet.Pages.Count > 1)
                {
                    var count = Set(Numbered(index + 1, sheet.Pages.Count), sheet.Language, page.Paper.Inner, Alignment.End);
                    page.Add(count, page.Paper.Margin, page.Paper.Margin - count.Height);
                }
            }
        }

        return [.. sheets.SelectMany(sheet => sheet.Pages)];
    }

    private void Close(PdfPage page, LanguageCode language, string number)
    {
        var (paper, texts, profile) = (page.Paper, layout.Texts, layout.Kit.Expo.Profile);
        var top = paper.Height - PaperSize.Millimetres(12);
        var made = (now + profile.Hall.Offset()).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        string[] parts =
        [
            profile.Names.For(language),
            texts["Draft {0}", layout.Kit.View.Draft.Number].In(language),
            texts["Made {0}", $"{made} {profile.Hall.Zone()}"].In(language),
        ];
        var right = paper.Inner * 0.15f;
        page.Add(Set(string.Join(" · ", parts), language, paper.Inner - right, Alignment.Start), paper.Margin, top);
        page.Add(Set(number, language, right, Alignment.End), paper.Margin + paper.Inner - right, top);
        if (page.Missing.Count > 0)
        {
            var codes = string.Join(", ", page.Missing.Select(character => $"U+{character.Value:X4}"));
            var note = texts["{0} stands for a character that no font of the server has: {1}", Typesetter.MissingSign, codes].In(language);
            page.Add(Set(note, language, paper.Inner, Alignment.Start), paper.Margin, top - Style.LineHeight);
        }
    }

    private TextBlock Set(string text, LanguageCode language, float width, Alignment alignment) =>
        layout.Setter.Set([new Phrase(text, language, Style)], width) with
        {
            Alignment = alignment,
        };

    private static string Numbered(int number, int total) => string.Create(CultureInfo.InvariantCulture, $"{number} / {total}");
}
