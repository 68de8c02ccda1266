using Matchmaking.Core.Common;
using Matchmaking.Core.Listings;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Moderation;

/// <summary>What has waited longest and nobody has taken.</summary>
public sealed class FindNextReview(ReviewableListings reviewable)
{
    public async Task<ListingId?> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        var waiting = await reviewable
            .OfOthers(actor)
            .AsNoTracking()
            .Where(listing => (listing.Revision == null ? listing.State : listing.Revision!.State) == ListingState.Submitted)
            .OrderBy(listing => listing.SubmittedAt)
            .Select(listing => new { listing.Id })
            .FirstOrDefaultAsync(cancellationToken);
        return waiting?.Id;
    }
}
