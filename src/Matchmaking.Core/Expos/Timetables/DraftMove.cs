namespace Matchmaking.Core.Expos.Timetables;

public enum DraftMoveKind
{
    Placed,
    Moved,
    Swapped,
    TakenOff,
}

/// <summary>Where a meeting stood before somebody moved it. The moves of one step are undone together, the last step first.</summary>
public sealed class DraftMove
{
    private DraftMove() { }

    public Guid Id { get; private init; }

    public Guid DraftId { get; private init; }

    public int Step { get; private init; }

    public DraftMoveKind Kind { get; private init; }

    public Guid MeetingId { get; private init; }

    /// <summary>Null where it stood nowhere.</summary>
    public Guid? FromSlot { get; private init; }

    public Guid? FromTable { get; private init; }

    public Guid? FromInterpreter { get; private init; }

    internal PlacedMeeting? From =>
        FromSlot is { } slot && FromTable is { } table
            ? new PlacedMeeting(EngineId.Of(MeetingId), EngineId.Of(slot), EngineId.Of(table), EngineId.Of(FromInterpreter))
            : null;

    internal static DraftMove Of(DraftMeeting meeting, int step, DraftMoveKind kind) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            DraftId = meeting.DraftId,
            Step = step,
            Kind = kind,
            MeetingId = meeting.MeetingId,
            FromSlot = meeting.Placement?.SlotId,
            FromTable = meeting.Placement?.TableId,
            FromInterpreter = meeting.Placement?.InterpreterId,
        };
}
