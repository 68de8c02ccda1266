using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Pdf;

namespace Matchmaking.Web.Features.Expos.Reports.HallKit.Papers;

/// <summary>A sheet of each interpreter with their meetings.</summary>
internal sealed class InterpreterSheets(KitLayout layout)
{
    private static readonly PaperSize Paper = PaperSize.A4;
    private static readonly float TimeWidth = PaperSize.Millimetres(29);
    private static readonly float TableWidth = PaperSize.Millimetres(24);
    private static readonly float PairWidth = Paper.Inner - TimeWidth - TableWidth;
    private static readonly TextStyle Label = new(13);
    private static readonly TextStyle Name = new(22, IsBold: true);

    public IEnumerable<KitSheet> Sheets() => layout.Kit.Interpreters.Select(item => Sheet(item.Interpreter, item.Meetings));

    private KitSheet Sheet(ExpoInterpreter interpreter, IReadOnlyList<KitMeeting> meetings)
    {
        var (_, top, end) = Open(interpreter);
        var (table, days) = KitLook.For(look => (Table(look), Days(meetings, look)), end - top);
        return new KitSheet(table.Lay(days, before => before == 0 ? Open(interpreter) : GoOn(interpreter)), ReaderLanguage.Current);
    }

    private PagedTable Table(KitLook look)
    {
        var texts = layout.Texts;
        return layout.Table(look, (texts["Time"], TimeWidth), (texts["Table"], TableWidth), (texts["Firms"], PairWidth));
    }

    private IReadOnlyList<TableGroup> Days(IReadOnlyList<KitMeeting> meetings, KitLook look) =>
        [
            .. meetings
                .GroupBy(meeting => layout.Kit.Day(meeting.Slot))
                .Select(day => new TableGroup(
                    new TableRow([layout.Text(KitPage.Printed(day.Key), KitLayout.DayTitle, KitLayout.Within(Paper.Inner))]),
                    [.. day.Select(meeting => Row(meeting, look))]
                )),
        ];

    private TableRow Row(KitMeeting meeting, KitLook look) =>
        new([
            layout.Clock(meeting.Slot, look.Bold, look.OtherClock, KitLayout.Within(TimeWidth)),
            layout.Text(meeting.Table, look.Place, KitLayout.Within(TableWidth)),
            layout.Pair(meeting, look, KitLayout.Within(PairWidth)),
        ]);

    private OpenPage Open(ExpoInterpreter interpreter)
    {
        var page = new PdfPage(Paper);
        var pairs = interpreter.Pairs.SelectMany(pair => layout.Texts[$"pair.{pair}"].Texts);
        var head = layout
            .ExpoNames(Paper.Inner)
            .Above(
                layout.Setter.Set(
                    [
                        .. layout.Texts["Interpreter"].Texts.Select(item => new Phrase(item.Text, item.Language, Label)),
                        Phrase.Of(interpreter.Name, Name),
                    ],
                    Paper.Inner,
                    PaperSize.Millimetres(3)
                ),
                PaperSize.Millimetres(1)
            )
            .Above(
                layout.Setter.Set(
                    pairs.Select(item => new Phrase(item.Text, item.Language, KitLayout.Small)),
                    Paper.Inner,
                    PaperSize.Millimetres(4)
                ),
                PaperSize.Millimetres(1)
            );
        page.Add(head, Paper.Margin, Paper.Margin);
        return new OpenPage(page, KitLayout.Divide(page, Paper.Margin + head.Height + PaperSize.Millimetres(2)), KitLayout.End(Paper));
    }

    /// <summary>A further page, with no more than says whose it is.</summary>
    private OpenPage GoOn(ExpoInterpreter interpreter)
    {
        var page = new PdfPage(Paper);
        var name = layout.Text(interpreter.Name, KitLook.Large.Bold, Paper.Inner);
        page.Add(name, Paper.Margin, Paper.Margin);
        return new OpenPage(page, KitLayout.Divide(page, Paper.Margin + name.Height + PaperSize.Millimetres(1)), KitLayout.End(Paper));
    }
}
