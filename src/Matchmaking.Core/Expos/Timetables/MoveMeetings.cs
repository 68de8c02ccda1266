using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;

namespace Matchmaking.Core.Expos.Timetables;

/// <summary>Puts a meeting at a slot and a table; one that stands there already changes places with it where both may.</summary>
public sealed class PutMeeting(ChangeDraft change)
{
    public Task<Result> ExecuteAsync(
        ExpoId id,
        int number,
        Guid meeting,
        Guid slot,
        Guid table,
        Actor actor,
        CancellationToken cancellationToken
    ) =>
        change.ExecuteAsync(
            id,
            number,
            actor,
            AuditActions.ExpoMeetingPut,
            meeting,
            under => Put(under, meeting, EngineId.Of(slot), EngineId.Of(table)),
            cancellationToken
        );

    private static Result Put(DraftUnderChange under, Guid id, string slot, string table)
    {
        var meeting = under.Meeting(id);
        if (meeting.IsLocked)
        {
            return TimetableErrors.IsLocked;
        }

        var verdict = under.Rules.Of(EngineId.Of(id), slot, table);
        if (!verdict.IsLegal)
        {
            return TimetableErrors.NotThere;
        }

        under.Draft.Move(
            [.. verdict.Puts.Select(put => (under.Meeting(EngineId.Read(put.Id)), (PlacedMeeting?)put))],
            verdict.State == CellState.Swap ? DraftMoveKind.Swapped
                : meeting.Placement is null ? DraftMoveKind.Placed
                : DraftMoveKind.Moved,
            under.Now
        );
        return Result.Success;
    }
}

/// <summary>The wish stays, without a place.</summary>
public sealed class TakeMeetingOff(ChangeDraft change)
{
    public Task<Result> ExecuteAsync(ExpoId id, int number, Guid meeting, Actor actor, CancellationToken cancellationToken) =>
        change.ExecuteAsync(
            id,
            number,
            actor,
            AuditActions.ExpoMeetingTakenOff,
            meeting,
            under =>
            {
                var taken = under.Meeting(meeting);
                if (taken.IsLocked)
                {
                    return TimetableErrors.IsLocked;
                }

                if (taken.Placement is not null)
                {
                    under.Draft.Move([(taken, null)], DraftMoveKind.TakenOff, under.Now);
                }

                return Result.Success;
            },
            cancellationToken
        );
}

/// <summary>Takes the last step back.</summary>
public sealed class UndoMove(ChangeDraft change)
{
    public Task<Result> ExecuteAsync(ExpoId id, int number, Actor actor, CancellationToken cancellationToken) =>
        change.ExecuteAsync(
            id,
            number,
            actor,
            AuditActions.ExpoMoveUndone,
            meeting: null,
            under => under.Draft.Undo(under.Now),
            cancellationToken
        );
}

/// <summary>Later runs leave locked meetings where they are, and nobody moves them by hand.</summary>
public sealed class LockMeetings(ChangeDraft change)
{
    /// <param name="meeting">Null for all that stand.</param>
    public Task<Result> ExecuteAsync(ExpoId id, int number, Guid? meeting, bool locks, Actor actor, CancellationToken cancellationToken) =>
        change.ExecuteAsync(
            id,
            number,
            actor,
            locks ? AuditActions.ExpoMeetingsLocked : AuditActions.ExpoMeetingsUnlocked,
            meeting,
            under =>
            {
                under.Draft.Lock(meeting, locks);
                return Result.Success;
            },
            cancellationToken
        );
}
