using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Setup;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Participation;

internal static class FirmActs
{
    /// <summary>What a firm did at an expo. It stands in the trail of the agency that organises it, under the firm's name.</summary>
    /// <param name="detail">A number or a firm, to be read in any language, or null.</param>
    public static async Task<AuditEntry> AuditAsync(
        this AppDbContext db,
        ExpoId id,
        string action,
        string? detail,
        Actor actor,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        var company = actor.CompanyId!.Value;
        var names = await db.Companies.Where(item => item.Id == company).Select(item => item.Profile.Names).SingleAsync(cancellationToken);
        var firm = AuditedFirm.Of(company, names);
        var expo = await db.Set<Expo>()
            .Where(item => item.Id == id)
            .Select(item => new { item.AgencyId, item.Profile.Names })
            .SingleAsync(cancellationToken);
        return AuditEntry.Of(
            actor with
            {
                AgencyId = expo.AgencyId,
            },
            action,
            id.Value,
            expo.Names.En,
            now,
            detail is null ? firm : $"{firm} · {detail}"
        );
    }
}
