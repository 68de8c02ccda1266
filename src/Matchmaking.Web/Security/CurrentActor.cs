using System.Security.Claims;
using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
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
        var id = accessor.HttpContext?.User.FindFirstValue(ClaimTypes.NameIdentifier);
        if (!Guid.TryParse(id, out var userId))
        {
            return null;
        }

        var user = await db
            .Users.AsNoTracking()
            .Where(user => user.Id == userId)
            .Select(user => new
            {
                user.DisplayName,
                user.ActingAs,
                user.IsAdministrator,
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (user is null)
        {
            return null;
        }

        var memberships = await db
            .Memberships.AsNoTracking()
            .Where(membership => membership.UserId == userId)
            .OrderBy(membership => membership.JoinedAt)
            .ToListAsync(cancellationToken);
        var chosen = memberships.Find(membership => membership.Id == user.ActingAs) ?? memberships.FirstOrDefault();
        return new Actor(
            userId,
            user.DisplayName,
            chosen?.Role ?? MembershipRole.Member,
            chosen?.CompanyId,
            chosen?.AgencyId,
            user.IsAdministrator
        );
    }
}
