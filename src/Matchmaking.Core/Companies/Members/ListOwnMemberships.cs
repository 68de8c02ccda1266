using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Companies.Members;

/// <summary>The firms and agencies that a person can act for, longest first.</summary>
public sealed class ListOwnMemberships(AppDbContext db)
{
    public async Task<IReadOnlyList<OwnMembership>> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        var firms = await db
            .Memberships.AsNoTracking()
            .Where(membership => membership.UserId == actor.UserId)
            .Join(
                db.Companies,
                membership => membership.CompanyId,
                company => company.Id,
                (membership, company) =>
                    new
                    {
                        membership.Id,
                        company.Profile.Names,
                        membership.JoinedAt,
                        IsActing = company.Id == actor.CompanyId,
                    }
            )
            .ToListAsync(cancellationToken);
        var agencies = await db
            .Memberships.AsNoTracking()
            .Where(membership => membership.UserId == actor.UserId)
            .Join(
                db.Agencies,
                membership => membership.AgencyId,
                agency => agency.Id,
                (membership, agency) =>
                    new
                    {
                        membership.Id,
                        agency.Names,
                        membership.JoinedAt,
                        IsActing = agency.Id == actor.AgencyId,
                    }
            )
            .ToListAsync(cancellationToken);
        return
        [
            .. firms.Concat(agencies).OrderBy(item => item.JoinedAt).Select(item => new OwnMembership(item.Id, item.Names, item.IsActing)),
        ];
    }
}

public sealed record OwnMembership(MembershipId Id, LocalizedText Names, bool IsActing);
