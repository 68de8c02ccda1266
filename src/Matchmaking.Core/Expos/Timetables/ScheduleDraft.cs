using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Expos.Timetables.Runs;

namespace Matchmaking.Core.Expos.Timetables;

/// <summary>One timetable of an expo beside others. The one that was taken last is the current one.</summary>
public sealed class ScheduleDraft : Entity
{
    public const int NameLimit = 100;

    private readonly List<DraftMeeting> meetings = [];
    private readonly List<DraftMove> moves = [];

    private ScheduleDraft() { }

    public Guid Id { get; private init; }

    public ExpoId ExpoId { get; private init; }

    /// <summary>Counted from 1 within the expo; the number of a discarded draft is not given again as long as a later one is there.</summary>
    public int Number { get; private init; }

    public DateTime MadeAt { get; private init; }

    /// <summary>Who asked for the run, by the name of that day.</summary>
    public string MadeBy { get; private init; } = string.Empty;

    public RunScope Scope { get; private init; }

    /// <summary>The number of the draft that the run began from.</summary>
    public int? BasedOn { get; private init; }

    /// <summary>Null as long as nobody took it.</summary>
    public DateTime? TakenAt { get; private set; }

    /// <summary>When somebody last moved a meeting; null for a draft as the engine made it.</summary>
    public DateTime? ChangedAt { get; private set; }

    public DraftFigures Figures { get; private set; } = null!;

    public IReadOnlyList<DraftMeeting> Meetings => meetings;

    public IReadOnlyList<DraftMove> Moves => moves;

    internal IReadOnlyList<PlacedMeeting> Placed => [.. meetings.Select(meeting => meeting.Placement?.Placed).OfType<PlacedMeeting>()];

    /// <summary>Ids of the meetings that stay where they are, as the engine writes them.</summary>
    internal IReadOnlySet<string> Locked =>
        meetings.Where(meeting => meeting.IsLocked).Select(meeting => EngineId.Of(meeting.MeetingId)).ToHashSet();

    internal static ScheduleDraft Of(ScheduleRun run, int number, DraftContent content, DateTime now)
    {
        var draft = new ScheduleDraft
        {
            Id = Guid.CreateVersion7(),
            ExpoId = run.ExpoId,
            Number = number,
            MadeAt = now,
            MadeBy = run.AskedBy,
            Scope = run.Scope,
            BasedOn = run.BasedOn,
            Figures = content.Figures,
        };
        var placed = content.Solution.Meetings.ToDictionary(item => EngineId.Read(item.Id));
        draft.meetings.AddRange(
            content.Wished.Select(wished =>
                DraftMeeting.Of(draft.Id, wished, placed.GetValueOrDefault(wished.Id), content.Locked.Contains(wished.Id))
            )
        );
        return draft;
    }

    /// <summary>The first of an expo whose firms book: nothing stands in it yet.</summary>
    internal static ScheduleDraft Empty(Expo expo, string madeBy, IReadOnlyList<WishedMeeting> wished, DateTime now)
    {
        var draft = new ScheduleDraft
        {
            Id = Guid.CreateVersion7(),
            ExpoId = expo.Id,
            Number = 1,
            MadeAt = now,
            MadeBy = madeBy,
            Figures = DraftFigures.Of(ExpoProblem.Of(expo, wished, held: [], Past.None), placed: []),
        };
        draft.meetings.AddRange(wished.Select(meeting => DraftMeeting.Of(draft.Id, meeting, placed: null, isLocked: false)));
        return draft;
    }

    internal void Take(DateTime now) => TakenAt = now;

    /// <param name="id">Null for all meetings that stand.</param>
    internal void Lock(Guid? id, bool locks)
    {
        foreach (var meeting in meetings.Where(meeting => meeting.Placement is not null && (id is null || meeting.MeetingId == id)))
        {
            meeting.IsLocked = locks;
        }
    }

    /// <summary>Puts meetings elsewhere, or nowhere, in one step that can be undone.</summary>
    internal void Move(IReadOnlyList<(DraftMeeting Meeting, PlacedMeeting? To)> puts, DraftMoveKind kind, DateTime now)
    {
        var step = moves.Select(move => move.Step).DefaultIfEmpty().Max() + 1;
        moves.AddRange(puts.Select(put => DraftMove.Of(put.Meeting, step, kind)));
        Put(puts, now);
    }

    /// <summary>The last step, backwards.</summary>
    internal Result Undo(DateTime now)
    {
        if (moves.Count == 0)
        {
            return TimetableErrors.NothingToUndo;
        }

        var last = moves.Max(move => move.Step);
        var undone = moves.FindAll(move => move.Step == last);
        moves.RemoveAll(undone.Contains);
        Put([.. undone.Select(move => (meetings.Single(meeting => meeting.MeetingId == move.MeetingId), move.From))], now);
        return Result.Success;
    }

    /// <summary>
    /// Of what is still to come, no meeting stands that needs what leaves the expo, and what was undone could stand there no more.
    /// </summary>
    /// <param name="expo">Without it.</param>
    /// <param name="ids">Of firms, slots, tables or interpreters.</param>
    internal void Forget(Expo expo, IReadOnlySet<Guid> ids, DateTime now)
    {
        moves.Clear();
        TakeOff(expo, ToCome(expo, ids, now), now);
    }

    /// <summary>Meetings that have not begun and need any of these.</summary>
    /// <param name="ids">Of firms, slots, tables or interpreters.</param>
    internal IReadOnlyList<DraftMeeting> ToCome(Expo expo, IReadOnlySet<Guid> ids, DateTime now)
    {
        var begun = expo.Begun(now);
        return meetings.FindAll(meeting => meeting.NeedsAny(ids) && !begun.Contains(meeting.Placement!.SlotId));
    }

    /// <summary>Whether something that has begun needs any of these.</summary>
    /// <param name="ids">Of firms, slots, tables or interpreters.</param>
    internal bool HasUsed(Expo expo, IReadOnlySet<Guid> ids, DateTime now) =>
        expo.Begun(now) is var begun && meetings.Exists(meeting => meeting.NeedsAny(ids) && begun.Contains(meeting.Placement!.SlotId));

    /// <summary>These stand nowhere any more.</summary>
    internal void TakeOff(Expo expo, IReadOnlyList<DraftMeeting> hit, DateTime now)
    {
        if (hit.Count > 0)
        {
            Put([.. hit.Select(meeting => (meeting, (PlacedMeeting?)null))], now);
            Recount(DraftFigures.Of(this.Problem(expo, now), Placed));
        }
    }

    /// <summary>A firm takes a place for a meeting or gives it back. No step from before is undone over that.</summary>
    internal void Book(DraftMeeting meeting, PlacedMeeting? to, DateTime now)
    {
        moves.Clear();
        Put([(meeting, to)], now);
    }

    internal void Recount(DraftFigures figures) => Figures = figures;

    private void Put(IReadOnlyList<(DraftMeeting Meeting, PlacedMeeting? To)> puts, DateTime now)
    {
        foreach (var (meeting, to) in puts)
        {
            meeting.Put(to);
        }

        ChangedAt = now;
    }
}

/// <summary>What a run has found, ready to be kept.</summary>
/// <param name="Locked">Meetings that stay where they are in later runs too.</param>
internal sealed record DraftContent(
    IReadOnlyList<WishedMeeting> Wished,
    ScheduleSolution Solution,
    DraftFigures Figures,
    IReadOnlySet<Guid> Locked
);
