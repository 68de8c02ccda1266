using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Moderation;

/// <summary>Puts a change back into the queue undecided. Any colleague may do so: reviewers fall ill.</summary>
public sealed class ReleaseReview(AppDbContext db, ReviewableListings reviewable, TimeProvider clock)
{
    public async Task<Result> ExecuteAsync(ListingId id, Actor actor, CancellationToken cancellationToken)
    {
        var listing = await reviewable.Of(actor).SingleOrDefaultAsync(listing => listing.Id == id, cancellationToken);
        if (listing is null)
        {
            return Error.NotFound;
        }

        if (await reviewable.IsOwnFirmAsync(listing, actor, cancellationToken))
        {
            return ReviewErrors.OwnFirm;
        }

        var released = listing.ReleaseReview();
        if (!released.Succeeded)
        {
            return released;
        }

        if (await reviewable.OpenReviewAsync(id, cancellationToken) is { } open)
        {
            db.Remove(open);
        }

        reviewable.Audit(AuditActions.ReviewReleased, listing, listing.Working.Title, actor, clock.GetUtcNow().UtcDateTime);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }
        catch (DbUpdateConcurrencyException)
        {
            return ReviewErrors.ChangedMeanwhile;
        }
    }
}
