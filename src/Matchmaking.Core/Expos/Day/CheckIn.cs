using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Setup;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Day;

/// <summary>A firm has come today, or was taken for another. Saying it twice changes nothing, since several people stand at the door.</summary>
public sealed class CheckIn(AppDbContext db, TimeProvider clock)
{
    /// <param name="firm">Of an <see cref="ExpoFirm"/>.</param>
    /// <param name="isHere">False to take it back.</param>
    /// <returns>What the firm is called.</returns>
    public async Task<Result<LocalizedText>> ExecuteAsync(
        ExpoId id,
        Guid firm,
        bool isHere,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        var expo = await db.OrganisedBy(actor).AsNoTracking().SingleOrDefaultAsync(item => item.Id == id, cancellationToken);
        var found = await db.Set<ExpoFirm>()
            .Where(item => item.ExpoId == id && item.Id == firm && item.State == ExpoFirmState.Attending)
            .Join(db.Companies, item => item.CompanyId, company => company.Id, (_, company) => new { company.Id, company.Profile.Names })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null || expo is not { State: >= ExpoState.Published })
        {
            return Error.NotFound;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var day = expo.Profile.DayAt(now);
        var arrival = await db.Set<Arrival>().SingleOrDefaultAsync(item => item.FirmId == firm && item.Day == day, cancellationToken);
        if (arrival is not null == isHere)
        {
            return found.Names;
        }

        if (arrival is null)
        {
            db.Add(Arrival.Of(firm, day, actor.UserId, now));
        }
        else
        {
            db.Remove(arrival);
        }

        var action = isHere ? AuditActions.ExpoFirmCheckedIn : AuditActions.ExpoCheckInUndone;
        db.Add(AuditEntry.Of(actor, action, id.Value, expo.Profile.Names.En, now, AuditedFirm.Of(found.Id, found.Names)));
        try
        {
            var saved = await db.SaveOrStaleAsync(cancellationToken);
            return saved.Succeeded ? found.Names : saved.Errors[0];
        }
        catch (DbUpdateException exception) when (UniqueViolation.Caused(exception))
        {
            // Another phone was faster.
            return found.Names;
        }
    }
}
