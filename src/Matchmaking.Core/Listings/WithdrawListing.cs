using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Data;

namespace Matchmaking.Core.Listings;

/// <summary>Takes a listing back for good, wherever it stands.</summary>
public sealed class WithdrawListing(AppDbContext db, OwnListings listings, SaveIndexedChange saveIndexed, TimeProvider clock)
{
    public async Task<Result> ExecuteAsync(ListingId id, Actor actor, CancellationToken cancellationToken)
    {
        if (await listings.FindAsync(id, actor, cancellationToken) is not { } listing)
        {
            return Error.NotFound;
        }

        var wasLive = listing.IsLive;
        var withdrawn = listing.Withdraw(actor.UserId, clock.GetUtcNow().UtcDateTime);
        if (!withdrawn.Succeeded)
        {
            return withdrawn;
        }

        return await listings.SaveAsync(
            listing,
            () => wasLive ? saveIndexed.ExecuteAsync(listing.CompanyId, cancellationToken) : db.SaveChangesAsync(cancellationToken),
            cancellationToken
        );
    }
}
