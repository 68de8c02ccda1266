using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Setup;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Participation;

internal static class AttendingFirms
{
    /// <summary>Whom the actor's firm may wish to meet: attending firms of the groups that its own may meet. Null unless it attends itself.</summary>
    public static async Task<Dictionary<CompanyId, LocalizedText>?> OfAsync(
        AppDbContext db,
        ExpoId id,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        var attending = await db.Set<ExpoFirm>()
            .AsNoTracking()
            .Where(firm => firm.ExpoId == id && firm.State == ExpoFirmState.Attending)
            .Join(
                db.Companies,
                firm => firm.CompanyId,
                company => company.Id,
                (firm, company) =>
                    new
                    {
                        company.Id,
                        company.Country,
                        company.Profile.Names,
                        firm.GroupId,
                    }
            )
            .ToListAsync(cancellationToken);
        if (attending.Find(firm => firm.Id == actor.CompanyId) is not { } own)
        {
            return null;
        }

        var rules = await db.GroupRulesAsync(id, cancellationToken);
        var group = rules.Of(own.GroupId, own.Country);
        return attending
            .Where(firm => firm.Id != own.Id && group.MayMeet(rules.Of(firm.GroupId, firm.Country)))
            .ToDictionary(firm => firm.Id, firm => firm.Names);
    }

    public static async Task<GroupRules> GroupRulesAsync(this AppDbContext db, ExpoId id, CancellationToken cancellationToken) =>
        new(await db.Set<ExpoGroup>().AsNoTracking().Where(group => group.ExpoId == id).ToListAsync(cancellationToken));
}
