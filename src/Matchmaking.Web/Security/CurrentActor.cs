using System.Security.Claims;
using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Web.Security.OpenId;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Web.Security;

/// <summary>
/// Who asks in this request. Read from the database each time, so that a membership that ended a second ago no longer opens anything.
/// </summary>
public sealed class CurrentActor(AppDbContext db, IHttpContextAccessor accessor)
{
    private Task<Actor?>? actor;

    /// <summary>Null when nobody is signed in.</summary>
    public Task<Actor?> GetAsync(CancellationToken cancellationToken) => actor ??= ReadAsync(cancellationToken);

    private async Task<Actor?> ReadAsync(CancellationToken cancellationToken)
    {
        var principal = accessor.HttpContext?.User;
        if (principal?.FindFirstValue(OpenIdPrincipal.Membership) is { } membership)
        {
            return MembershipId.TryParse(membership, provider: null, out var granted)
                ? await ReadGrantedAsync(granted, cancellationToken)
                : null;
        }

        var id = principal?.FindFirstValue(ClaimTypes.NameIdentifier);
        if (!Guid.TryParse(id, out var userId))
        {
            return null;
        }

        // Asked with every page: one question for the person and whom they act for.
        var rows = await (
            from user in db.Users.AsNoTracking()
            where user.Id == userId
            from member in db.Memberships.Where(item => item.UserId == user.Id).DefaultIfEmpty()
            select new
            {
                user.DisplayName,
                user.ActingAs,
                user.IsAdministrator,
                Membership = member,
            }
        ).ToListAsync(cancellationToken);
        if (rows is not [var person, ..])
        {
            return null;
        }

        var memberships = rows.ConvertAll(row => row.Membership);
        var chosen = memberships.Find(item => item is not null && item.Id == person.ActingAs) ?? memberships.MinBy(item => item?.JoinedAt);
        return new Actor(
            userId,
            person.DisplayName,
            chosen?.Role ?? MembershipRole.Member,
            chosen?.CompanyId,
            chosen?.AgencyId,
            person.IsAdministrator
        );
    }

    /// <summary>An access token stands for one membership, and never for an owner or an administrator.</summary>
    private Task<Actor?> ReadGrantedAsync(MembershipId id, CancellationToken cancellationToken) =>
        db
            .Memberships.AsNoTracking()
            .Where(membership => membership.Id == id)
            .Join(
                db.Users,
                membership => membership.UserId,
                user => user.Id,
                (membership, user) =>
                    new Actor(user.Id, user.DisplayName, MembershipRole.Member, membership.CompanyId, membership.AgencyId, false)
            )
            .SingleOrDefaultAsync(cancellationToken);
}
