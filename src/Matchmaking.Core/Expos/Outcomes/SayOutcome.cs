using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Participation;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Outcomes;

/// <summary>A firm says what came of one of its meetings, from the start of it on, and may change its mind until the expo is closed.</summary>
public sealed class SayOutcome(AppDbContext db, ReadFirmOutcomes read, TimeProvider clock)
{
    /// <param name="note">For its own firm and the organiser, or empty.</param>
    public async Task<Result> ExecuteAsync(
        ExpoId id,
        Guid meeting,
        OutcomeKind kind,
        string note,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        var found = await read.ExecuteAsync(id, actor, cancellationToken);
        if (!found.Succeeded)
        {
            return Error.NotFound;
        }

        var outcomes = found.Value;
        if (outcomes.Begun.All(item => item.Meeting.Id != meeting))
        {
            return outcomes.Coming.Any(item => item.Id == meeting) ? OutcomeErrors.NotBegun : Error.NotFound;
        }

        if (!outcomes.MayAnswer)
        {
            return OutcomeErrors.Closed;
        }

        var (firm, now) = (outcomes.Expo.Firm.CompanyId, clock.GetUtcNow().UtcDateTime);
        var outcome = await db.Set<MeetingOutcome>()
            .SingleOrDefaultAsync(item => item.MeetingId == meeting && item.CompanyId == firm, cancellationToken);
        if (outcome is null)
        {
            outcome = MeetingOutcome.Of(meeting, firm);
            db.Add(outcome);
        }

        outcome.Say(kind, note, actor.UserId, now);
        db.Add(await db.AuditAsync(id, AuditActions.ExpoOutcomeSaid, detail: null, actor, now, cancellationToken));
        try
        {
            return await db.SaveOrStaleAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Caused(exception))
        {
            // A colleague gave the first answer at this moment.
            return Error.Stale;
        }
    }
}
