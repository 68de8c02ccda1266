using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Companies.Members;

/// <summary>The firms and agencies that a person can act for, longest first.</summary>
public sealed class ListOwnMemberships(AppDbContext db)
{
    public async Task<IReadOnlyList<OwnMembership>> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        var (user, company, agency) = (actor.UserId, actor.CompanyId, actor.AgencyId);
        var rows = await (
            from membership in db.Memberships.AsNoTracking()
            where membership.UserId == user
            join firm in db.Companies on membership.CompanyId equals firm.Id into firms
            from firm in firms.DefaultIfEmpty()
            join office in db.Agencies on membership.AgencyId equals office.Id into offices
            from office in offices.DefaultIfEmpty()
            orderby membership.JoinedAt
            select new
            {
                membership.Id,
                OfFirm = membership.CompanyId != null,
                FirmZh = firm.Profile.Names.Zh,
                FirmKo = firm.Profile.Names.Ko,
                FirmEn = firm.Profile.Names.En,
                AgencyZh = office.Names.Zh,
                AgencyKo = office.Names.Ko,
                AgencyEn = office.Names.En,
                IsActing = membership.CompanyId == company && membership.AgencyId == agency,
            }
        ).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new OwnMembership(
                row.Id,
                row.OfFirm
                    ? new LocalizedText(row.FirmZh, row.FirmKo, row.FirmEn)
                    : new LocalizedText(row.AgencyZh, row.AgencyKo, row.AgencyEn),
                row.IsActing
            )),
        ];
    }
}

public sealed record OwnMembership(MembershipId Id, LocalizedText Names, bool IsActing);
