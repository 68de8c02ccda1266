using Matchmaking.Core.Common;

namespace Matchmaking.Core.Expos.Timetables;

/// <summary>A wished meeting in one draft: what counted for it when the draft was made, and where it stands.</summary>
public sealed class DraftMeeting
{
    private DraftMeeting() { }

    public Guid DraftId { get; private init; }

    public Guid MeetingId { get; private init; }

    public ExpoMeeting Meeting { get; private init; } = null!;

    /// <summary>Both sides asked for it as a must.</summary>
    public bool IsMust { get; private init; }

    /// <summary>As <see cref="MeetingWeight"/> says.</summary>
    public double Weight { get; private init; }

    /// <summary>In [0, 1]: how well the two fitted when the draft was made; null where that was not at hand, or nothing fitted.</summary>
    public double? Score => MeetingWeight.ScoreIn(Weight);

    /// <summary>The language pair that it needs an interpreter of.</summary>
    public string? Pair { get; private init; }

    /// <summary>Later runs leave it where it is.</summary>
    public bool IsLocked { get; internal set; }

    /// <summary>Null while it stands nowhere.</summary>
    public Placement? Placement { get; private set; }

    internal WishedMeeting Wished => new(MeetingId, Meeting.A, Meeting.B, IsMust, Weight, Pair);

    internal static DraftMeeting Of(Guid draft, WishedMeeting wished, PlacedMeeting? placed, bool isLocked)
    {
        var meeting = new DraftMeeting
        {
            DraftId = draft,
            MeetingId = wished.Id,
            IsMust = wished.IsMust,
            Weight = wished.Weight,
            Pair = wished.Pair,
            IsLocked = isLocked && placed is not null,
        };
        meeting.Stand(placed, wished.A, wished.B);
        return meeting;
    }

    /// <param name="ids">Of firms, slots, tables or interpreters.</param>
    internal bool NeedsAny(IReadOnlySet<Guid> ids) =>
        Placement is not null && (ids.Contains(Meeting.A.Value) || ids.Contains(Meeting.B.Value) || Placement.IsAtAny(ids));

    internal void Put(PlacedMeeting? placed) => Stand(placed, Meeting.A, Meeting.B);

    private void Stand(PlacedMeeting? placed, CompanyId a, CompanyId b)
    {
        Placement = placed is null ? null : Placement.Of(DraftId, MeetingId, placed, a, b);
        IsLocked &= placed is not null;
    }
}

/// <summary>Where a meeting stands. It is never changed but replaced, so that two can change places under the keys of the database.</summary>
public sealed class Placement
{
    private readonly List<PlacementSeat> seats = [];

    private Placement() { }

    public Guid Id { get; private init; }

    public Guid DraftId { get; private init; }

    public Guid MeetingId { get; private init; }

    public Guid SlotId { get; private init; }

    public Guid TableId { get; private init; }

    public Guid? InterpreterId { get; private init; }

    public IReadOnlyList<PlacementSeat> Seats => seats;

    internal PlacedMeeting Placed => new(EngineId.Of(MeetingId), EngineId.Of(SlotId), EngineId.Of(TableId), EngineId.Of(InterpreterId));

    /// <param name="parts">Ids of slots, tables or interpreters.</param>
    internal bool IsAtAny(IReadOnlySet<Guid> parts) =>
        parts.Contains(SlotId) || parts.Contains(TableId) || (InterpreterId is { } interpreter && parts.Contains(interpreter));

    internal static Placement Of(Guid draft, Guid meeting, PlacedMeeting placed, CompanyId a, CompanyId b)
    {
        var placement = new Placement
        {
            Id = Guid.CreateVersion7(),
            DraftId = draft,
            MeetingId = meeting,
            SlotId = EngineId.Read(placed.Slot),
            TableId = EngineId.Read(placed.Table),
            InterpreterId = placed.Interpreter is { } interpreter ? EngineId.Read(interpreter) : null,
        };
        placement.seats.AddRange(new[] { a, b }.Select(firm => PlacementSeat.Of(placement, firm)));
        return placement;
    }
}

/// <summary>One side of a placed meeting: a firm sits at one table at a time, on whichever side of the pair it is.</summary>
public sealed class PlacementSeat
{
    private PlacementSeat() { }

    public Guid PlacementId { get; private init; }

    public CompanyId CompanyId { get; private init; }

    public Guid DraftId { get; private init; }

    public Guid SlotId { get; private init; }

    internal static PlacementSeat Of(Placement placement, CompanyId firm) =>
        new()
        {
            PlacementId = placement.Id,
            CompanyId = firm,
            DraftId = placement.DraftId,
            SlotId = placement.SlotId,
        };
}

/// <summary>Ids as the engine writes them.</summary>
internal static class EngineId
{
    public static string Of(Guid id) => id.ToString("N");

    public static string? Of(Guid? id) => id?.ToString("N");

    public static Guid Read(string id) => Guid.ParseExact(id, "N");
}
