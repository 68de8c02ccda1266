using Matchmaking.Web.Pdf;

namespace Matchmaking.Web.Features.Expos.Reports.HallKit.Papers;

/// <summary>How large the rows of a table are set.</summary>
/// <param name="Size">Of the text.</param>
/// <param name="Padding">Above and below it.</param>
internal sealed record KitLook(float Size, float Padding)
{
    public static readonly KitLook Large = new(11, PaperSize.Millimetres(1.5f));

    private static readonly KitLook Small = new(9, PaperSize.Millimetres(1));

    public TextStyle Bold { get; } = new(Size, IsBold: true);

    public TextStyle Plain { get; } = new(Size);

    public TextStyle OtherClock { get; } = new(Size * 0.8f);

    public TextStyle Place { get; } = new(Size * 1.35f, IsBold: true);

    /// <summary>Large, or small where only that fits on one page.</summary>
    /// <param name="room">Of a page, for the table.</param>
    public static (PagedTable Table, IReadOnlyList<TableGroup> Groups) For(
        Func<KitLook, (PagedTable Table, IReadOnlyList<TableGroup> Groups)> set,
        float room
    )
    {
        var large = set(Large);
        return !large.Table.Fits(large.Groups, room) && set(Small) is var small && small.Table.Fits(small.Groups, room) ? small : large;
    }
}
