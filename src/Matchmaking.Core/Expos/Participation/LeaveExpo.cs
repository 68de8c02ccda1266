using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Expos.Timetables;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Participation;

/// <summary>A firm that was to come cannot, after the closing of wishes: its meetings that are to come leave every draft.</summary>
public sealed class LeaveExpo(AppDbContext db, UnplaceMeetings unplace, TimeProvider clock)
{
    public async Task<Result> ExecuteAsync(ExpoId id, Actor actor, CancellationToken cancellationToken)
    {
        var company = actor.CompanyId;
        var expo = await db.Set<Expo>()
            .WithParts()
            .SingleOrDefaultAsync(
                item => item.Id == id && company != null && item.Firms.Any(firm => firm.CompanyId == company),
                cancellationToken
            );
        if (expo is null)
        {
            return Error.NotFound;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        expo.Settle(now);
        var left = expo.Leave(company!.Value, now);
        if (!left.Succeeded)
        {
            return left;
        }

        var gone = new HashSet<Guid> { company.Value.Value };
        foreach (var draft in await unplace.FindAsync(id, gone, cancellationToken))
        {
            draft.Forget(expo, gone, now);
        }

        expo.Touch(now);
        db.Add(await db.AuditAsync(id, AuditActions.ExpoLeft, detail: null, actor, now, cancellationToken));
        return await db.SaveOrStaleAsync(cancellationToken);
    }
}
