using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Data;
using Matchmaking.Core.Listings;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Matching.SavedSearches;

/// <summary>Saved searches as their owner sees them, acting for the firm for which they were saved. To anybody else they are not there.</summary>
internal static class OwnSavedSearches
{
    public static IQueryable<SavedSearch> OwnedBy(this IQueryable<SavedSearch> searches, Actor actor)
    {
        var (user, company) = (actor.UserId, actor.CompanyId);
        return searches.Where(search => search.UserId == user && search.CompanyId == company);
    }

    public static Task<SavedSearch?> OwnSavedSearchAsync(
        this AppDbContext db,
        SavedSearchId id,
        Actor actor,
        CancellationToken cancellationToken
    ) =>
        db.Set<SavedSearch>().OwnedBy(actor).SingleOrDefaultAsync(search => search.Id == id && search.DeletedAt == null, cancellationToken);

    /// <summary>Those that work goes on for: not deleted, and their owner still acts for the firm.</summary>
    public static IQueryable<SavedSearch> LiveSavedSearches(this AppDbContext db) =>
        db.Set<SavedSearch>()
            .Where(search =>
                search.DeletedAt == null
                && db.Memberships.Any(membership => membership.UserId == search.UserId && membership.CompanyId == search.CompanyId)
            );

    /// <summary>Firms that their owner has not seen, that fitted at the last look, and that have something published now.</summary>
    public static IQueryable<SavedSearchFind> NewFinds(this AppDbContext db, IQueryable<SavedSearch> searches) =>
        from search in searches
        join find in db.Set<SavedSearchFind>() on search.Id equals find.SearchId
        where
            find.FoundAt > search.SeenAt
            && find.Place > 0
            && db.Listings.Any(listing => listing.CompanyId == find.CompanyId && listing.State == ListingState.Published)
        select find;

    public static async Task<bool> IsFullAsync(this AppDbContext db, Actor actor, CancellationToken cancellationToken) =>
        await db.Set<SavedSearch>().OwnedBy(actor).CountAsync(search => search.DeletedAt == null, cancellationToken)
        >= SavedSearchLimits.PerPerson;
}
