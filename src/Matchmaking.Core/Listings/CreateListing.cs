using Matchmaking.Core.Common;
using Matchmaking.Core.Data;

namespace Matchmaking.Core.Listings;

/// <summary>Begins a draft. Where nothing is written there is nothing to keep.</summary>
public sealed class CreateListing(AppDbContext db, OwnListings listings, TimeProvider clock)
{
    public async Task<Result<SavedListing>> ExecuteAsync(
        ListingKind kind,
        ListingContent content,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        if (actor.CompanyId is not { } companyId)
        {
            return Error.NotFound;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var country = await listings.CountryAsync(actor, cancellationToken);
        var errors = content.IsEmpty ? content.Missing(now) : ListingRules.Check(content, country, now);
        if (errors.Count > 0)
        {
            return Result<SavedListing>.Failure(errors);
        }

        var listing = Listing.Draft(companyId, kind, content, actor.UserId, now);
        db.Listings.Add(listing);
        await db.SaveChangesAsync(cancellationToken);
        return new SavedListing(listing.Id, listing.Version, listing.UpdatedAt);
    }
}

/// <param name="Version">What the next edit starts from.</param>
/// <param name="SavedAt">UTC.</param>
public sealed record SavedListing(ListingId Id, long Version, DateTime SavedAt);
