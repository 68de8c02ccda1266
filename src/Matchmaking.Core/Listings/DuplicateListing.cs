using Matchmaking.Core.Common;
using Matchmaking.Core.Data;

namespace Matchmaking.Core.Listings;

/// <summary>Begins a new draft with the words of a listing of the same firm, whatever became of that one.</summary>
public sealed class DuplicateListing(AppDbContext db, OwnListings listings, TimeProvider clock)
{
    public async Task<Result<ListingId>> ExecuteAsync(ListingId id, Actor actor, CancellationToken cancellationToken)
    {
        if (await listings.FindAsync(id, actor, cancellationToken) is not { } listing)
        {
            return Error.NotFound;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var content = listing.Working.IsOver(now) ? listing.Working with { ValidUntil = null } : listing.Working;
        var copy = Listing.Draft(listing.CompanyId, listing.Kind, content, actor.UserId, now);
        db.Listings.Add(copy);
        await db.SaveChangesAsync(cancellationToken);
        return copy.Id;
    }
}
