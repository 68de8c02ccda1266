using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Setup;

namespace Matchmaking.Core.Expos.Timetables;

/// <summary>Two drafts beside each other, with the meetings that do not stand alike in both.</summary>
public sealed class CompareDrafts(ReadDraft read)
{
    public async Task<Result<DraftComparison>> ExecuteAsync(ExpoId id, int one, int other, Actor actor, CancellationToken cancellationToken)
    {
        var (first, second) = (
            await read.ExecuteAsync(id, one, actor, cancellationToken),
            await read.ExecuteAsync(id, other, actor, cancellationToken)
        );
        return first.Succeeded && second.Succeeded ? Compare(first.Value, second.Value) : Error.NotFound;
    }

    private static DraftComparison Compare(DraftView one, DraftView other)
    {
        var places = other.Draft.Meetings.ToDictionary(meeting => meeting.MeetingId);
        var known = one.Draft.Meetings.Select(meeting => meeting.MeetingId).ToHashSet();
        return new DraftComparison(
            one.Expo,
            one.Draft,
            other.Draft,
            [
                .. one
                    .Draft.Meetings.Select(meeting => new MeetingDifference(
                        meeting.Meeting,
                        meeting.Placement,
                        places.GetValueOrDefault(meeting.MeetingId)?.Placement
                    ))
                    .Concat(
                        other
                            .Draft.Meetings.Where(meeting => !known.Contains(meeting.MeetingId))
                            .Select(meeting => new MeetingDifference(meeting.Meeting, null, meeting.Placement))
                    )
                    .Where(difference => difference.IsOne),
            ],
            one.Firms
        );
    }
}

public sealed record DraftComparison(
    Expo Expo,
    ScheduleDraft One,
    ScheduleDraft Other,
    IReadOnlyList<MeetingDifference> Differences,
    IReadOnlyDictionary<CompanyId, LocalizedText> Firms
);

/// <param name="One">Where it stands in the first draft; null for nowhere.</param>
public sealed record MeetingDifference(ExpoMeeting Meeting, Placement? One, Placement? Other)
{
    internal bool IsOne => (One?.SlotId, One?.TableId, One?.InterpreterId) != (Other?.SlotId, Other?.TableId, Other?.InterpreterId);
}
