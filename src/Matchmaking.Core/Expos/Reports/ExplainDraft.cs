using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Expos.Timetables;

namespace Matchmaking.Core.Expos.Reports;

/// <summary>
/// Why wishes of a draft have no place, for the agency that organises the expo. Only what counts as wished is looked at, so that
/// a "no thanks" shows nowhere.
/// </summary>
public sealed class ExplainDraft(ReadDraft read, MutualWishes wishes)
{
    public async Task<Result<DraftExplanation>> ExecuteAsync(ExpoId id, int number, Actor actor, CancellationToken cancellationToken)
    {
        var found = await read.ExecuteAsync(id, number, actor, cancellationToken);
        if (!found.Succeeded)
        {
            return Error.NotFound;
        }

        var view = found.Value;
        var wished = (await wishes.ReadAsync(view.Expo, cancellationToken)).Select(meeting => (meeting.A, meeting.B)).ToHashSet();
        var pairs = view.Draft.Meetings.ToDictionary(
            meeting => EngineId.Of(meeting.MeetingId),
            meeting => (meeting.Meeting.A, meeting.Meeting.B)
        );
        var explained = new WhyNot(view.Draft.Problem(view.Expo), view.Draft.Placed, view.Draft.Locked).All;
        return new DraftExplanation(
            view,
            [.. explained.Select(meeting => wished.Contains(pairs[meeting.Id]) ? meeting : Withdrawn(meeting.Id))],
            wished.Except(pairs.Values).Count()
        );
    }

    private static UnplacedMeeting Withdrawn(string meeting) => new(meeting, [new CauseFound(UnplacedCause.Withdrawn, [], [])], []);
}

/// <param name="Meetings">Those that stand nowhere.</param>
/// <param name="Newer">Wished pairs that the draft does not know, since it was made before.</param>
public sealed record DraftExplanation(DraftView View, IReadOnlyList<UnplacedMeeting> Meetings, int Newer);
