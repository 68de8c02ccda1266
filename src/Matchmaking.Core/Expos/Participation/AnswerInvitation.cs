using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Setup;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Participation;

/// <summary>A firm comes or does not, and when nobody of it is there. It may change its mind until the wishes are closed.</summary>
public sealed class AnswerInvitation(AppDbContext db, TimeProvider clock)
{
    /// <param name="absent">Ids of slots; unknown ones are left out.</param>
    public async Task<Result> ExecuteAsync(
        ExpoId id,
        bool attends,
        bool needsInterpreter,
        IReadOnlyCollection<Guid> absent,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        var company = actor.CompanyId;
        var firm = await db.Set<ExpoFirm>()
            .SingleOrDefaultAsync(item => item.ExpoId == id && company != null && item.CompanyId == company, cancellationToken);
        if (firm is null)
        {
            return Error.NotFound;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.UseWishWindowAsync(id, now, cancellationToken) is { Succeeded: false } closed)
        {
            return closed;
        }

        var slots = await db.Set<ExpoSlot>()
            .Where(slot => slot.ExpoId == id)
            .OrderBy(slot => slot.Start)
            .Select(slot => slot.Id)
            .ToListAsync(cancellationToken);
        IReadOnlyList<Guid> known = [.. slots.Where(absent.Contains)];
        if (attends && known.Count == slots.Count)
        {
            return ExpoErrors.NeverThere;
        }

        firm.Answer(attends, needsInterpreter, known, now);
        var (action, slotsAtHand) = attends
            ? (AuditActions.ExpoAttended, $"{slots.Count - known.Count}/{slots.Count}")
            : (AuditActions.ExpoDeclined, null);
        db.Add(await db.AuditAsync(id, action, slotsAtHand, actor, now, cancellationToken));
        return await db.SaveOrStaleAsync(cancellationToken);
    }
}
