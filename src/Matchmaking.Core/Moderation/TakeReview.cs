using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Moderation;

/// <summary>A reviewer takes one change out of the queue to read it; others see who has it.</summary>
public sealed class TakeReview(AppDbContext db, ReviewableListings reviewable, TimeProvider clock)
{
    public async Task<Result> ExecuteAsync(ListingId id, Actor actor, CancellationToken cancellationToken)
    {
        var listing = await reviewable.Of(actor).SingleOrDefaultAsync(listing => listing.Id == id, cancellationToken);
        if (listing is null || actor.AgencyId is not { } agency)
        {
            return Error.NotFound;
        }

        if (await reviewable.IsOwnFirmAsync(listing, actor, cancellationToken))
        {
            return ReviewErrors.OwnFirm;
        }

        if (await reviewable.OpenReviewAsync(id, cancellationToken) is { } open)
        {
            return open.ReviewerId == actor.UserId
                ? Result.Success
                : ReviewErrors.TakenBy(await reviewable.NameAsync(open.ReviewerId, cancellationToken));
        }

        var started = listing.StartReview();
        if (!started.Succeeded)
        {
            return started;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        db.Add(Review.Start(id, agency, actor.UserId, now));
        reviewable.Audit(AuditActions.ReviewTaken, listing, listing.Working.Title, actor, now);
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
