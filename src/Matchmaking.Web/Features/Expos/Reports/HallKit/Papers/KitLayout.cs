using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Web.Pdf;
using SkiaSharp;

namespace Matchmaking.Web.Features.Expos.Reports.HallKit.Papers;

/// <summary>What all sheets of a kit have in common: its words, its measures, and how names and times are set.</summary>
internal sealed class KitLayout(KitPage kit, TrilingualTexts texts, Typesetter setter)
{
    public static readonly TextStyle Small = new(10);
    public static readonly TextStyle DayTitle = new(12, IsBold: true);

    private static readonly TextStyle Head = new(9, IsBold: true);
    private static readonly float SidePadding = PaperSize.Millimetres(2);

    public KitPage Kit => kit;

    public TrilingualTexts Texts => texts;

    public Typesetter Setter => setter;

    /// <summary>Where tables and texts end: above the foot.</summary>
    public static float End(PaperSize paper) => paper.Height - PaperSize.Millimetres(17);

    /// <summary>The line that divides a sheet's head from its table.</summary>
    /// <returns>Where the table begins.</returns>
    public static float Divide(PdfPage page, float y)
    {
        var (left, right) = (page.Paper.Margin, page.Paper.Width - page.Paper.Margin);
        page.AddLine(new SKPoint(left, y), new SKPoint(right, y), 1.5f, SKColors.Black);
        return y + PaperSize.Millimetres(5);
    }

    /// <summary>The expo by all its names, for paper that everybody reads.</summary>
    public TextBlock ExpoNames(float width) =>
        setter.Set(
            kit.Expo.Profile.Names.InOrder(LanguageCode.Zh).Select(name => new Phrase(name.Text, name.Language, Small)),
            width,
            PaperSize.Millimetres(4)
        );

    public TextBlock Names(LocalizedText names, LanguageCode first, KitLook look, float width) =>
        Names(names, first, look.Bold, look.Plain, width);

    public TextBlock Names(LocalizedText names, LanguageCode first, TextStyle own, TextStyle other, float width) =>
        setter.Set(
            KitPage.Printed(names, first).Select((name, index) => new Phrase(name.Text, name.Language, index == 0 ? own : other)),
            width,
            own.Size / 2
        );

    /// <summary>Both firms of a meeting under each other.</summary>
    public TextBlock Pair(KitMeeting meeting, KitLook look, float width) =>
        Names(meeting.A.Names, meeting.A.Language, look, width)
            .Above(Names(meeting.B.Names, meeting.B.Language, look, width), PaperSize.Millimetres(1));

    /// <summary>The time on the clock of the hall, and under it the other one.</summary>
    public TextBlock Clock(ExpoSlot slot, TextStyle hall, TextStyle other, float width) =>
        kit.Clock(slot)
            .Select((time, index) => setter.Set([new Phrase(time, LanguageCode.En, index == 0 ? hall : other)], width))
            .Aggregate((above, below) => above.Above(below, 0));

    public TextBlock Text(string? text, TextStyle style, float width) =>
        text is null ? TextBlock.Empty(width) : setter.Set([Phrase.Of(text, style)], width);

    public TextBlock Trilingual(TrilingualText text, TextStyle style, float width) =>
        setter.Set(text.Texts.Select(item => new Phrase(item.Text, item.Language, style)), width, style.Size / 2);

    /// <param name="columns">Heads with the widths of their columns.</param>
    public PagedTable Table(KitLook look, params IReadOnlyList<(TrilingualText Head, float Width)> columns) =>
        new(
            [.. columns.Select(column => column.Width)],
            new SKSize(SidePadding, look.Padding),
            new TableRow([.. columns.Select(column => Trilingual(column.Head, Head, Within(column.Width)))])
        );

    /// <summary>What a column of this width leaves its texts.</summary>
    public static float Within(float column) => column - (2 * SidePadding);
}
