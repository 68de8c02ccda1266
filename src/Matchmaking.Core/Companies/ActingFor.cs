using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Companies;

internal static class ActingFor
{
    /// <summary>Whether the viewer acts for a firm of the other country: then the two may meet.</summary>
    public static Task<bool> FacesAsync(this AppDbContext db, Actor? viewer, Country country, CancellationToken cancellationToken) =>
        viewer?.CompanyId is { } own
            ? db.Companies.AnyAsync(company => company.Id == own && company.Country != country, cancellationToken)
            : Task.FromResult(false);

    /// <summary>Written past the person's own concurrency stamp: a sign-in at the same moment is no reason to refuse.</summary>
    public static Task ActAsAsync(this AppDbContext db, Guid userId, MembershipId membership, CancellationToken cancellationToken) =>
        db
            .Users.Where(user => user.Id == userId)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.ActingAs, membership), cancellationToken);
}
