using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Participation;
using Matchmaking.Core.Expos.Programme;
using Matchmaking.Core.Expos.Setup;

namespace Matchmaking.Core.Expos.Outcomes;

/// <summary>What an attending firm said of its own meetings; nothing of what the other sides said.</summary>
public sealed class ReadFirmOutcomes(AppDbContext db, ReadFirmProgramme read, TimeProvider clock)
{
    public async Task<Result<FirmOutcomes>> ExecuteAsync(ExpoId id, Actor actor, CancellationToken cancellationToken)
    {
        var programme = await read.ExecuteAsync(id, actor, cancellationToken);
        if (!programme.Succeeded)
        {
            return Error.NotFound;
        }

        var (expo, now) = (programme.Value.Expo, clock.GetUtcNow().UtcDateTime);
        var (firm, told) = (expo.Firm.CompanyId, programme.Value.Told.Standing());
        var said = await db.OutcomesAsync(id, firm, cancellationToken);
        return new FirmOutcomes(
            expo,
            [
                .. told.Where(meeting => meeting.Start <= now)
                    .Select(meeting => new OwnOutcome(meeting, said.GetValueOrDefault((meeting.Id, firm)))),
            ],
            [.. told.Where(meeting => meeting.Start > now)],
            programme.Value.Names
        );
    }
}

/// <param name="Begun">Meetings of which it can say something, in time order.</param>
/// <param name="Coming">Its other meetings, in time order.</param>
/// <param name="Names">Of the firms of the expo.</param>
public sealed record FirmOutcomes(
    ExpoParticipation Expo,
    IReadOnlyList<OwnOutcome> Begun,
    IReadOnlyList<PlannedMeeting> Coming,
    IReadOnlyDictionary<CompanyId, LocalizedText> Names
)
{
    public bool MayAnswer => Expo.State.TakesOutcomes();

    public int Unanswered => Begun.Count(meeting => meeting.Said is null);
}

/// <param name="Said">Null as long as it said nothing.</param>
public sealed record OwnOutcome(PlannedMeeting Meeting, MeetingOutcome? Said);
