using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;

namespace Matchmaking.Core.Listings;

/// <summary>Puts an expired listing back into public view, unchanged, until a later day.</summary>
public sealed class RenewListing(OwnListings listings, SaveIndexedChange saveIndexed, TimeProvider clock)
{
    /// <param name="validUntil">The new last day, or null for no end.</param>
    public async Task<Result> ExecuteAsync(ListingId id, DateOnly? validUntil, Actor actor, CancellationToken cancellationToken)
    {
        if (await listings.FindAsync(id, actor, cancellationToken) is not { } listing)
        {
            return Error.NotFound;
        }

        var renewed = listing.Renew(validUntil, actor.UserId, clock.GetUtcNow().UtcDateTime);
        return renewed.Succeeded
            ? await listings.SaveAsync(listing, () => saveIndexed.ExecuteAsync(listing.CompanyId, cancellationToken), cancellationToken)
            : renewed;
    }
}
