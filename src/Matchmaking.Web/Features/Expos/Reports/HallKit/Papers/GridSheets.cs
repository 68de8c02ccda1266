using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Pdf;
using SkiaSharp;

namespace Matchmaking.Web.Features.Expos.Reports.HallKit.Papers;

/// <summary>All tables and slots of a day, for the wall.</summary>
internal sealed class GridSheets(KitLayout layout)
{
    /// <summary>As many as an A3 page across takes with names that can be read from a step away.</summary>
    private const int SlotsOfOnePage = 10;

    private static readonly PaperSize Paper = PaperSize.A3Across;
    private static readonly SKSize Padding = new(PaperSize.Millimetres(1.2f), PaperSize.Millimetres(1));
    private static readonly float NameWidth = PaperSize.Millimetres(18);
    private static readonly TextStyle Title = new(18, IsBold: true);
    private static readonly TextStyle DayStyle = new(13);
    private static readonly TextStyle TableName = new(11, IsBold: true);
    private static readonly TextStyle Time = new(10, IsBold: true);
    private static readonly TextStyle OtherTime = new(8);
    private static readonly TextStyle Firm = new(8.5f);
    private static readonly TextStyle By = new(7.5f, IsMuted: true);

    public IEnumerable<KitSheet> Sheets() =>
        [new KitSheet([.. layout.Kit.Parted(SlotsOfOnePage).SelectMany(part => Pages(part.Day, part.Slots))], ReaderLanguage.Current)];

    private IReadOnlyList<PdfPage> Pages(DateOnly day, IReadOnlyList<ExpoSlot> slots)
    {
        var width = (Paper.Inner - NameWidth) / slots.Count;
        var inner = width - (2 * Padding.Width);
        var heads = new TableRow([
            layout.Trilingual(layout.Texts["Table"], OtherTime, NameWidth - (2 * Padding.Width)),
            .. slots.Select(slot => Clock(slot, inner)),
        ]);
        var rows = layout.Kit.Tables.Select(table => new TableRow(
            [
                layout.Text(table.Name, TableName, NameWidth - (2 * Padding.Width)),
                .. slots.Select(slot => Cell(layout.Kit.At(slot, table), inner)),
            ],
            PaperSize.Millimetres(9)
        ));
        var table = new PagedTable([NameWidth, .. slots.Select(_ => width)], Padding, heads);
        return table.Lay([new TableGroup(null, [.. rows])], _ => Open(day));
    }

    private OpenPage Open(DateOnly day)
    {
        var reader = ReaderLanguage.Current;
        var page = new PdfPage(Paper);
        var title = layout.Setter.Set(
            [
                new Phrase(layout.Kit.Expo.Profile.Names.For(reader), reader, Title),
                new Phrase(MeetingTime.Day(day, reader), reader, DayStyle),
            ],
            Paper.Inner,
            PaperSize.Millimetres(5)
        );
        page.Add(title, Paper.Margin, Paper.Margin);
        return new OpenPage(page, Paper.Margin + title.Height + PaperSize.Millimetres(2), KitLayout.End(Paper));
    }

    private TextBlock Clock(ExpoSlot slot, float width) =>
        layout
            .Kit.Clock(slot)
            .Select((time, index) => layout.Setter.Set([new Phrase(time, LanguageCode.En, index == 0 ? Time : OtherTime)], width))
            .Aggregate((hall, other) => hall.Above(other, 0));

    private TextBlock Cell(KitMeeting? meeting, float width)
    {
        if (meeting is null)
        {
            return TextBlock.Empty(width);
        }

        IEnumerable<Phrase> interpreter = meeting.Interpreter is { } name ? [Phrase.Of(name, By)] : [];
        return layout
            .Setter.Set([Own(meeting.A)], width)
            .Above(layout.Setter.Set([Own(meeting.B), .. interpreter], width, PaperSize.Millimetres(1.5f)), PaperSize.Millimetres(0.5f));
    }

    private static Phrase Own(KitFirm firm) => new(firm.Names.For(firm.Language), firm.Language, Firm);
}
