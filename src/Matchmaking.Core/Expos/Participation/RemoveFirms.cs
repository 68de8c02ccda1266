using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Expos.Timetables;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Participation;

/// <summary>
/// Takes firms out of an expo, with the wishes of and for them, and their meetings out of every draft. What was refused for good stays, should
/// they be invited again.
/// </summary>
public sealed class RemoveFirms(AppDbContext db, ChangeExpo change, UnplaceMeetings unplace)
{
    /// <param name="ids">Of <see cref="ExpoFirm"/>s.</param>
    public async Task<Result> ExecuteAsync(ExpoId id, IReadOnlySet<Guid> ids, Actor actor, CancellationToken cancellationToken)
    {
        var firms = await db.Set<ExpoFirm>()
            .AsNoTracking()
            .Where(firm => firm.ExpoId == id && ids.Contains(firm.Id))
            .Join(db.Companies, firm => firm.CompanyId, company => company.Id, (_, company) => new { company.Id, company.Profile.Names })
            .ToListAsync(cancellationToken);
        var companies = firms.ConvertAll(firm => firm.Id);
        var wishes = await db.Set<ExpoWish>()
            .Where(wish => wish.ExpoId == id && wish.Kind != WishKind.NoThanks)
            .Where(wish => companies.Contains(wish.From) || companies.Contains(wish.To))
            .ToListAsync(cancellationToken);
        var gone = companies.Select(company => company.Value).ToHashSet();
        var drafts = await unplace.FindAsync(id, gone, cancellationToken);
        return await change.ExecuteAsync(
            id,
            actor,
            AuditActions.ExpoFirmsRemoved,
            ExpoState.Finished,
            (expo, now) =>
            {
                if (drafts.HaveUsed(expo, gone, now))
                {
                    return ExpoErrors.HasBeenUsed;
                }

                expo.RemoveFirms(ids);
                db.RemoveRange(wishes);
                foreach (var draft in drafts)
                {
                    draft.Forget(expo, gone, now);
                }

                return Result.Success;
            },
            _ => string.Join(", ", firms.Select(firm => AuditedFirm.Of(firm.Id, firm.Names))),
            cancellationToken
        );
    }
}
