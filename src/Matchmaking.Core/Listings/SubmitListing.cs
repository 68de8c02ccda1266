using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Outbox;

namespace Matchmaking.Core.Listings;

/// <summary>Puts a draft or a change into the agency's queue.</summary>
public sealed class SubmitListing(AppDbContext db, OwnListings listings, OutboxWriter outbox, TimeProvider clock)
{
    public async Task<Result> ExecuteAsync(ListingId id, Actor actor, CancellationToken cancellationToken)
    {
        if (await listings.FindAsync(id, actor, cancellationToken) is not { } listing)
        {
            return Error.NotFound;
        }

        var submitted = listing.Submit(actor.UserId, clock.GetUtcNow().UtcDateTime);
        if (!submitted.Succeeded)
        {
            return submitted;
        }

        outbox.Add(ListingEvents.OfSubmission(id));
        return await listings.SaveAsync(listing, () => db.SaveChangesAsync(cancellationToken), cancellationToken);
    }
}
