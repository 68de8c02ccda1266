using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Pdf;
using SkiaSharp;

namespace Matchmaking.Web.Features.Expos.Reports.HallKit.Papers;

/// <summary>All tables and slots of a day, for the wall.</summary>
internal sealed class GridSheets(KitLayout layout)
{
    private static readonly SKSize Padding = new(PaperSize.Millimetres(1.2f), PaperSize.Millimetres(1));
    private static readonly float NameWidth = PaperSize.Millimetres(18);
    private static readonly TextStyle Title = new(18, IsBold: true);
    private static readonly TextStyle DayStyle = new(13);
    private static readonly TextStyle TableName = new(11, IsBold: true);
    private static readonly TextStyle Time = new(10, IsBold: true);
    private static readonly TextStyle OtherTime = new(8);
    private static readonly TextStyle Firm = new(8.5f);
    private static readonly TextStyle By = new(7.5f, IsMuted: true);

    /// <summary>On A4 where that takes each day on a page, else on A3; with as many slots as have room for names that can be read from a step away.</summary>
    public IEnumerable<KitSheet> Sheets()
    {
        var small = Pages(PaperSize.A4Across, slotsOfOnePage: 6);
        return
        [
            new KitSheet(
                small.Count == layout.Kit.Days.Count() ? small : Pages(PaperSize.A3Across, slotsOfOnePage: 10),
                ReaderLanguage.Current
            ),
        ];
    }

    private IReadOnlyList<PdfPage> Pages(PaperSize paper, int slotsOfOnePage) =>
        [.. layout.Kit.Parted(slotsOfOnePage).SelectMany(part => Pages(paper, part.Day, part.Slots))];

    private IReadOnlyList<PdfPage> Pages(PaperSize paper, DateOnly day, IReadOnlyList<ExpoSlot> slots)
    {
        var width = (paper.Inner - NameWidth) / slots.Count;
        var (inner, name) = (width - (2 * Padding.Width), NameWidth - (2 * Padding.Width));
        var heads = new TableRow([
            layout.Trilingual(layout.Texts["Table"], OtherTime, name),
            .. slots.Select(slot => layout.Clock(slot, Time, OtherTime, inner)),
        ]);
        var rows = layout.Kit.Tables.Select(table => new TableRow(
            [layout.Text(table.Name, TableName, name), .. slots.Select(slot => Cell(layout.Kit.At(slot, table), inner))],
            PaperSize.Millimetres(9)
        ));
        var grid = new PagedTable([NameWidth, .. slots.Select(_ => width)], Padding, heads);
        return grid.Lay([new TableGroup(null, [.. rows])], _ => Open(paper, day));
    }

    private OpenPage Open(PaperSize paper, DateOnly day)
    {
        var (page, reader) = (new PdfPage(paper), ReaderLanguage.Current);
        var title = layout.Setter.Set(
            [
                new Phrase(layout.Kit.Expo.Profile.Names.For(reader), reader, Title),
                new Phrase(MeetingTime.Day(day, reader), reader, DayStyle),
            ],
            paper.Inner,
            PaperSize.Millimetres(5)
        );
        page.Add(title, paper.Margin, paper.Margin);
        return new OpenPage(page, paper.Margin + title.Height + PaperSize.Millimetres(2), KitLayout.End(paper));
    }

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
