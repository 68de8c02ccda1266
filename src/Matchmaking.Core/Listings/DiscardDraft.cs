using Matchmaking.Core.Common;
using Matchmaking.Core.Data;

namespace Matchmaking.Core.Listings;

/// <summary>Deletes what was never shown to anybody, or drops the pending change of what is published.</summary>
public sealed class DiscardDraft(AppDbContext db, OwnListings listings, TimeProvider clock)
{
    /// <param name="version">The version whose loss was agreed to.</param>
    public async Task<Result> ExecuteAsync(ListingId id, long version, Actor actor, CancellationToken cancellationToken)
    {
        if (await listings.FindAsync(id, actor, cancellationToken) is not { } listing)
        {
            return Error.NotFound;
        }

        if (listing.Version != version)
        {
            return await listings.StaleAsync(id, cancellationToken);
        }

        if (listing.State == ListingState.Draft)
        {
            db.Listings.Remove(listing);
        }
        else if (listing.DiscardRevision(actor.UserId, clock.GetUtcNow().UtcDateTime) is { Succeeded: false } refused)
        {
            return refused;
        }

        return await listings.SaveAsync(listing, () => db.SaveChangesAsync(cancellationToken), cancellationToken);
    }
}
