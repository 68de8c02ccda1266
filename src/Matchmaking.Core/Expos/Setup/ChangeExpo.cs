using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Setup;

/// <summary>What every change of an expo has in common: whose it is, until when it may be changed, the trail, and one save.</summary>
public sealed class ChangeExpo(AppDbContext db, TimeProvider clock)
{
    /// <summary>What can be changed until firms have been told their meetings.</summary>
    public Task<Result> ExecuteAsync(
        ExpoId id,
        Actor actor,
        string action,
        Func<Expo, DateTime, Result> change,
        Func<Expo, string?> detail,
        CancellationToken cancellationToken
    ) => ExecuteAsync(id, actor, action, ExpoState.Preliminary, change, detail, cancellationToken);

    /// <param name="action">One of <see cref="AuditActions"/>.</param>
    /// <param name="settled">From this state on it can no longer be changed; null where it always can.</param>
    /// <param name="detail">Read before the change, since it may name what is removed.</param>
    public async Task<Result> ExecuteAsync(
        ExpoId id,
        Actor actor,
        string action,
        ExpoState? settled,
        Func<Expo, DateTime, Result> change,
        Func<Expo, string?> detail,
        CancellationToken cancellationToken
    )
    {
        var expo = await db.OrganisedBy(actor).WithParts().SingleOrDefaultAsync(item => item.Id == id, cancellationToken);
        if (expo is null)
        {
            return Error.NotFound;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        expo.Settle(now);
        if (expo.State >= settled)
        {
            return ExpoErrors.Settled;
        }

        var told = detail(expo);
        var changed = change(expo, now);
        if (!changed.Succeeded)
        {
            return changed;
        }

        expo.Touch(now);
        db.Add(AuditEntry.Of(actor, action, expo.Id.Value, expo.Profile.Names.En, now, told));
        return await db.SaveOrStaleAsync(cancellationToken);
    }
}
