using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Setup;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Participation;

/// <summary>Takes firms out of an expo, and the wishes of and for them. What was refused for good stays, should they be invited again.</summary>
public sealed class RemoveFirms(AppDbContext db, ChangeExpo change)
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
        return await change.ExecuteAsync(
            id,
            actor,
            AuditActions.ExpoFirmsRemoved,
            (expo, _) =>
            {
                expo.RemoveFirms(ids);
                db.RemoveRange(wishes);
                return Result.Success;
            },
            _ => string.Join(", ", firms.Select(firm => firm.Names.For(LanguageCode.En))),
            cancellationToken
        );
    }
}
