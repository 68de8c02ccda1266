using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Setup;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Participation;

/// <summary>The organiser takes a firm in that comes after all, once it can no longer say so itself. Its meetings have no place until they are put somewhere.</summary>
public sealed class TakeFirmBack(AppDbContext db, ChangeExpo change)
{
    /// <param name="firm">Of an <see cref="ExpoFirm"/>.</param>
    public async Task<Result> ExecuteAsync(ExpoId id, Guid firm, Actor actor, CancellationToken cancellationToken)
    {
        var found = await db.Set<ExpoFirm>()
            .Where(item => item.ExpoId == id && item.Id == firm)
            .Join(db.Companies, item => item.CompanyId, company => company.Id, (_, company) => new { company.Id, company.Profile.Names })
            .SingleOrDefaultAsync(cancellationToken);
        return await change.ExecuteAsync(
            id,
            actor,
            AuditActions.ExpoFirmTakenBack,
            ExpoState.Finished,
            (expo, now) => expo.TakeBack(firm, now),
            _ => found is null ? null : AuditedFirm.Of(found.Id, found.Names),
            cancellationToken
        );
    }
}
