using Matchmaking.Core.Common;
using Matchmaking.Web.Features.Shared;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Pdf;

namespace Matchmaking.Web.Features.Expos.Reports.HallKit.Papers;

/// <summary>A sheet of each firm with its meetings, in its language.</summary>
internal sealed class FirmSheets(KitLayout layout)
{
    private static readonly PaperSize Paper = PaperSize.A4;
    private static readonly float TimeWidth = PaperSize.Millimetres(29);
    private static readonly float TableWidth = PaperSize.Millimetres(24);
    private static readonly float InterpreterWidth = PaperSize.Millimetres(38);
    private static readonly float FirmWidth = Paper.Inner - TimeWidth - TableWidth - InterpreterWidth;
    private static readonly float CodeSize = PaperSize.Millimetres(24);
    private static readonly TextStyle Name = new(22, IsBold: true);
    private static readonly TextStyle OtherName = new(14);
    private static readonly TextStyle Caption = new(8);

    public IEnumerable<KitSheet> Sheets() => layout.Kit.Firms.Select(firm => Sheet(firm.Firm, firm.Meetings));

    private KitSheet Sheet(KitFirm firm, IReadOnlyList<KitMeeting> meetings)
    {
        var (_, top, end) = Open(firm);
        var (table, days) = KitLook.For(look => (Table(look), Days(firm, meetings, look)), end - top);
        return new KitSheet(table.Lay(days, before => before == 0 ? Open(firm) : GoOn(firm)), firm.Language);
    }

    private PagedTable Table(KitLook look)
    {
        var texts = layout.Texts;
        return layout.Table(
            look,
            (texts["Time"], TimeWidth),
            (texts["Table"], TableWidth),
            (texts["Meeting with"], FirmWidth),
            (texts["Interpreter"], InterpreterWidth)
        );
    }

    private IReadOnlyList<TableGroup> Days(KitFirm firm, IReadOnlyList<KitMeeting> meetings, KitLook look) =>
        [
            .. meetings
                .GroupBy(meeting => layout.Kit.Day(meeting.Slot))
                .Select(day => new TableGroup(
                    new TableRow([
                        layout.Setter.Set(
                            [new Phrase(MeetingTime.Day(day.Key, firm.Language), firm.Language, KitLayout.DayTitle)],
                            KitLayout.Within(Paper.Inner)
                        ),
                    ]),
                    [.. day.Select(meeting => Row(firm, meeting, look))]
                )),
        ];

    private TableRow Row(KitFirm firm, KitMeeting meeting, KitLook look) =>
        new([
            layout.Clock(meeting.Slot, look.Bold, look.OtherClock, KitLayout.Within(TimeWidth)),
            layout.Text(meeting.Table, look.Place, KitLayout.Within(TableWidth)),
            layout.Names(meeting.Other(firm).Names, firm.Language, look, KitLayout.Within(FirmWidth)),
            layout.Text(meeting.Interpreter, look.Plain, KitLayout.Within(InterpreterWidth)),
        ]);

    private OpenPage Open(KitFirm firm)
    {
        var (page, profile) = (new PdfPage(Paper), layout.Kit.Expo.Profile);
        var code = layout.Kit.CheckIn(firm);
        var width = Paper.Inner - (code is null ? 0 : CodeSize + PaperSize.Millimetres(6));
        var expo = layout.Setter.Set(
            [new Phrase(profile.Names.For(firm.Language), firm.Language, KitLayout.Small), Phrase.Of(profile.Place, KitLayout.Small)],
            width,
            PaperSize.Millimetres(4)
        );
        var head = expo.Above(layout.Names(firm.Names, firm.Language, Name, OtherName, width), PaperSize.Millimetres(1));
        page.Add(head, Paper.Margin, Paper.Margin);
        var height = head.Height;
        if (code is not null)
        {
            height = Math.Max(height, AddCode(page, code, firm.Language));
        }

        return new OpenPage(page, KitLayout.Divide(page, Paper.Margin + height + PaperSize.Millimetres(2)), KitLayout.End(Paper));
    }

    /// <returns>How high it is with its caption.</returns>
    private float AddCode(PdfPage page, QrCode code, LanguageCode language)
    {
        var x = Paper.Width - Paper.Margin - CodeSize;
        page.AddShape(code.Path, x, Paper.Margin, CodeSize / code.Size);
        var caption = layout.Setter.Set([new Phrase(layout.Texts["Check-in"].In(language), language, Caption)], CodeSize) with
        {
            Alignment = Alignment.Centre,
        };
        page.Add(caption, x, Paper.Margin + CodeSize);
        return CodeSize + caption.Height;
    }

    /// <summary>A further page, with no more than says whose it is.</summary>
    private OpenPage GoOn(KitFirm firm)
    {
        var page = new PdfPage(Paper);
        var names = layout.Names(firm.Names, firm.Language, KitLook.Large, Paper.Inner);
        page.Add(names, Paper.Margin, Paper.Margin);
        return new OpenPage(page, KitLayout.Divide(page, Paper.Margin + names.Height + PaperSize.Millimetres(1)), KitLayout.End(Paper));
    }
}
