using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Programme;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Expos.Timetables;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Day;

/// <summary>Says of a meeting of the published programme whether it took place, once its time has begun.</summary>
public sealed class RecordMeeting(AppDbContext db, TimeProvider clock)
{
    /// <param name="state">Null to take back what was said.</param>
    public async Task<Result> ExecuteAsync(ExpoId id, Guid meeting, MeetingHeld? state, Actor actor, CancellationToken cancellationToken)
    {
        var expo = await db.OrganisedBy(actor).AsNoTracking().SingleOrDefaultAsync(item => item.Id == id, cancellationToken);
        if (expo is not { State: >= ExpoState.Published })
        {
            return Error.NotFound;
        }

        var planned = (await db.PlannedAsync(id, expo.ShownDraft, firm: null, cancellationToken)).SingleOrDefault(item =>
            item.Id == meeting
        );
        if (planned is null)
        {
            return Error.NotFound;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        if (planned.Start > now)
        {
            return ExpoErrors.NotBegun;
        }

        var record = await db.Set<MeetingRecord>().SingleOrDefaultAsync(item => item.MeetingId == meeting, cancellationToken);
        if (state is not { } held)
        {
            if (record is null)
            {
                return Result.Success;
            }

            db.Remove(record);
        }
        else
        {
            if (record is null)
            {
                record = MeetingRecord.Of(meeting);
                db.Add(record);
            }

            record.Set(held, planned.Start, actor.UserId, now);
        }

        var names = await db.FirmsOfAsync(id, cancellationToken);
        var pair = AuditedFirm.Pair(planned.A, planned.B, names);
        var action = state is null ? AuditActions.ExpoMeetingRecordUndone : AuditActions.ExpoMeetingRecorded;
        db.Add(AuditEntry.Of(actor, action, id.Value, expo.Profile.Names.En, now, state is null ? pair : $"{pair}: {state}"));
        try
        {
            return await db.SaveOrStaleAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Caused(exception))
        {
            return Error.Stale;
        }
    }
}
