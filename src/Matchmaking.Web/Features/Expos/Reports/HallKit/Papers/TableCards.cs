using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Pdf;

namespace Matchmaking.Web.Features.Expos.Reports.HallKit.Papers;

/// <summary>A card of each day and table, in three languages.</summary>
internal sealed class TableCards(KitLayout layout)
{
    private static readonly PaperSize Paper = PaperSize.A4;
    private static readonly float TimeWidth = PaperSize.Millimetres(29);
    private static readonly float InterpreterWidth = PaperSize.Millimetres(38);
    private static readonly float PairWidth = Paper.Inner - TimeWidth - InterpreterWidth;
    private static readonly TextStyle Label = new(13);
    private static readonly TextStyle Name = new(64, IsBold: true);
    private static readonly TextStyle DayStyle = new(14, IsBold: true);

    /// <summary>Of a row. Few times fill the card; many make it no longer than it has to be.</summary>
    private static readonly float[] LeastHeights = [.. Enumerable.Range(9, 14).Reverse().Select(height => PaperSize.Millimetres(height))];

    public IEnumerable<KitSheet> Sheets() =>
        from day in layout.Kit.Days
        from table in layout.Kit.Tables
        select Card(day.Day, day.Slots, table);

    private KitSheet Card(DateOnly day, IReadOnlyList<ExpoSlot> slots, ExpoTable table)
    {
        var (_, top, end) = Open(day, table);
        var (grid, groups) = KitLook.For(look => (Grid(look), [new TableGroup(null, Rows(slots, table, look))]), end - top);
        var spread = LeastHeights
            .Select(height => groups.Select(group => group.Spread(height)).ToList())
            .FirstOrDefault(spread => grid.Fits(spread, end - top));
        return new KitSheet(grid.Lay(spread ?? groups, _ => Open(day, table)), ReaderLanguage.Current);
    }

    private PagedTable Grid(KitLook look)
    {
        var texts = layout.Texts;
        return layout.Table(look, (texts["Time"], TimeWidth), (texts["Firms"], PairWidth), (texts["Interpreter"], InterpreterWidth));
    }

    private IReadOnlyList<TableRow> Rows(IReadOnlyList<ExpoSlot> slots, ExpoTable table, KitLook look) =>
        [
            .. slots
                .Select(slot => (Slot: slot, Meeting: layout.Kit.At(slot, table)))
                .Select(place => new TableRow([
                    layout.Clock(place.Slot, look.Bold, look.OtherClock, KitLayout.Within(TimeWidth)),
                    place.Meeting is null
                        ? TextBlock.Empty(KitLayout.Within(PairWidth))
                        : layout.Pair(place.Meeting, look, KitLayout.Within(PairWidth)),
                    layout.Text(place.Meeting?.Interpreter, look.Plain, KitLayout.Within(InterpreterWidth)),
                ])),
        ];

    private OpenPage Open(DateOnly day, ExpoTable table)
    {
        var page = new PdfPage(Paper);
        var (x, y, half) = (Paper.Margin, Paper.Margin, Paper.Inner / 2);
        var expo = layout.ExpoNames(Paper.Inner);
        page.Add(expo, x, y);
        y += expo.Height + PaperSize.Millimetres(2);
        var name = layout.Setter.Fit(Phrase.Of(table.Name, Name), Paper.Inner - half, 64, 48, 36, 28) with { Alignment = Alignment.End };
        var label = layout.Trilingual(layout.Texts["Table"], Label, half);
        page.Add(name, x + half, y);
        page.Add(label, x, y + name.Height - label.Height - PaperSize.Millimetres(8));
        var date = layout.Setter.Set([new Phrase(KitPage.Printed(day), LanguageCode.En, DayStyle)], half);
        page.Add(date, x, y + name.Height - date.Height);
        y += name.Height + PaperSize.Millimetres(2);
        return new OpenPage(page, KitLayout.Divide(page, y), KitLayout.End(Paper));
    }
}
