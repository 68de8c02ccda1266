using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Booking;
using Matchmaking.Core.Expos.Setup;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Timetables;

/// <summary>
/// Makes a draft the current one, the first time or to go back to it. Firms that see one see it from then on, unless it would lose what they book.
/// </summary>
public sealed class TakeDraft(AppDbContext db, ChangeDraft change)
{
    public async Task<Result> ExecuteAsync(ExpoId id, int number, Actor actor, CancellationToken cancellationToken)
    {
        // Read here for the first time, so that a booking at this moment makes the change stale.
        var expo = await db.OrganisedBy(actor).SingleOrDefaultAsync(item => item.Id == id, cancellationToken);
        var lost = expo is { IsOpenForBooking: true } ? await db.LostBookingsAsync(expo, number, cancellationToken) : 0;
        return await change.ExecuteAsync(
            id,
            number,
            actor,
            AuditActions.ExpoDraftTaken,
            meeting: null,
            under =>
            {
                if (lost > 0)
                {
                    return BookingErrors.Lost(lost);
                }

                under.Draft.Take(under.Now);
                return under.Expo.Show(number, under.Broken);
            },
            cancellationToken
        );
    }
}

public sealed class DiscardDraft(AppDbContext db, TimeProvider clock)
{
    public async Task<Result> ExecuteAsync(ExpoId id, int number, Actor actor, CancellationToken cancellationToken)
    {
        var expo = await db.OrganisedBy(actor).AsNoTracking().SingleOrDefaultAsync(item => item.Id == id, cancellationToken);
        var drafts = db.Set<ScheduleDraft>().Where(draft => draft.ExpoId == id);
        if (expo is null || await drafts.SingleOrDefaultAsync(item => item.Number == number, cancellationToken) is not { } draft)
        {
            return Error.NotFound;
        }

        if (!expo.IsOpenForScheduling)
        {
            return ExpoErrors.Settled;
        }

        if (await drafts.CurrentNumberAsync(cancellationToken) == number)
        {
            return TimetableErrors.IsCurrent;
        }

        db.Remove(draft);
        var detail = FormattableString.Invariant($"{number}");
        db.Add(
            AuditEntry.Of(actor, AuditActions.ExpoDraftDiscarded, id.Value, expo.Profile.Names.En, clock.GetUtcNow().UtcDateTime, detail)
        );
        return await db.SaveOrStaleAsync(cancellationToken);
    }
}
