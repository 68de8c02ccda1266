using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Listings;

/// <summary>What one firm offers and needs in public: offers first, each kind newest first.</summary>
public sealed class ListLiveListings(AppDbContext db)
{
    public async Task<IReadOnlyList<LiveListing>> ExecuteAsync(CompanyId company, CancellationToken cancellationToken) =>
        await db
            .Listings.AsNoTracking()
            .Where(listing => listing.CompanyId == company && listing.State == ListingState.Published)
            .OrderByDescending(listing => listing.Kind)
            .ThenByDescending(listing => listing.PublishedAt)
            .Select(listing => new LiveListing(
                listing.Id,
                listing.Kind,
                listing.Content.Language,
                listing.Content.Title,
                listing.Content.HsCodes,
                listing.Content.ValidUntil
            ))
            .ToListAsync(cancellationToken);
}

public sealed record LiveListing(
    ListingId Id,
    ListingKind Kind,
    LanguageCode Language,
    string Title,
    IReadOnlyList<string> HsCodes,
    DateOnly? ValidUntil
);
