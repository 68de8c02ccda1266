using Matchmaking.Core.Common;
using Matchmaking.Core.Data;

namespace Matchmaking.Core.Listings;

/// <summary>Keeps what was written: in the draft, or as a pending change of what is published.</summary>
public sealed class SaveListing(AppDbContext db, OwnListings listings, TimeProvider clock)
{
    /// <param name="version">The version from which the writer started.</param>
    public async Task<Result<SavedListing>> ExecuteAsync(
        ListingId id,
        ListingKind kind,
        ListingContent content,
        long version,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        if (await listings.FindAsync(id, actor, cancellationToken) is not { } listing)
        {
            return Error.NotFound;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        if (listing.Version != version)
        {
            return await listings.StaleAsync(id, cancellationToken);
        }

        var country = await listings.CountryAsync(actor, cancellationToken);
        Result[] steps = [Result.From(ListingRules.Check(content, country, now)), listing.ChangeKind(kind)];
        var refused = steps.Append(listing.Edit(content, actor.UserId, now)).SelectMany(step => step.Errors).ToList();
        if (refused.Count > 0)
        {
            return Result<SavedListing>.Failure(refused);
        }

        var saved = await listings.SaveAsync(listing, () => db.SaveChangesAsync(cancellationToken), cancellationToken);
        return saved.Succeeded
            ? new SavedListing(listing.Id, listing.Version, listing.UpdatedAt)
            : Result<SavedListing>.Failure(saved.Errors);
    }
}
