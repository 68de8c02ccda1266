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
        var texts = layout.Texts;
        var days = meetings
            .GroupBy(meeting => layout.Kit.Day(meeting.Slot))
            .Select(day => new TableGroup(
                new TableRow([layout.Text(KitPage.Printed(day.Key), KitLayout.DayTitle, KitLayout.Within(Paper.Inner))]),
                [.. day.Select(Row)]
            ));
        var pages = layout
            .Table((texts["Time"], TimeWidth), (texts["Table"], TableWidth), (texts["Firms"], PairWidth))
            .Lay(days, before => before == 0 ? Open(interpreter) : GoOn(interpreter));
        return new KitSheet(pages, ReaderLanguage.Current);
    }

    private TableRow Row(KitMeeting meeting) =>
        new([
            layout.Clock(meeting.Slot, KitLayout.Bold, KitLayout.OtherClock, KitLayout.Within(TimeWidth)),
            layout.Text(meeting.Table, KitLayout.Place, KitLayout.Within(TableWidth)),
            layout.Pair(meeting, KitLayout.Bold, KitLayout.Plain, KitLayout.Within(PairWidth)),
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
        var name = layout.Text(interpreter.Name, KitLayout.Bold, Paper.Inner);
        page.Add(name, Paper.Margin, Paper.Margin);
        return new OpenPage(page, KitLayout.Divide(page, Paper.Margin + name.Height + PaperSize.Millimetres(1)), KitLayout.End(Paper));
    }
}
