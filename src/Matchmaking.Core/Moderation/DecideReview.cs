using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Data;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Moderation;

/// <summary>Publishes, returns or refuses what the reviewer has taken. Decision, review and audit row are one transaction.</summary>
public sealed class DecideReview(
    AppDbContext db,
    ReviewableListings reviewable,
    SaveIndexedChange saveIndexed,
    OutboxWriter outbox,
    TimeProvider clock
)
{
    /// <param name="version">The version of the listing that the reviewer has read.</param>
    /// <param name="reason">Needed for anything but publication.</param>
    public async Task<Result> ExecuteAsync(
        ListingId id,
        ReviewDecision decision,
        string? reason,
        long version,
        Actor actor,
        CancellationToken cancellationToken
    )
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

        var open = await reviewable.OpenReviewAsync(id, cancellationToken);
        if (open is null || open.ReviewerId != actor.UserId)
        {
            return open is null
                ? ReviewErrors.ChangedMeanwhile
                : ReviewErrors.TakenBy(await reviewable.NameAsync(open.ReviewerId, cancellationToken));
        }

        return listing.Version == version
            ? await DecideAsync(listing, open, decision, reason?.Trim() ?? string.Empty, actor, cancellationToken)
            : ReviewErrors.ChangedMeanwhile;
    }

    private async Task<Result> DecideAsync(
        Listing listing,
        Review open,
        ReviewDecision decision,
        string reason,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        if (reason.Length > Listing.ReasonLimit)
        {
            return ReviewErrors.ReasonTooLong(Listing.ReasonLimit);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var subject = listing.Working.Title;
        var (result, action) = decision switch
        {
            ReviewDecision.Published => (listing.Publish(now), AuditActions.ListingPublished),
            ReviewDecision.ChangesRequested => (listing.RequestChanges(reason, now), AuditActions.ListingReturned),
            _ => (listing.Reject(reason, now), AuditActions.ListingRefused),
        };
        if (!result.Succeeded)
        {
            return result;
        }

        var told = decision == ReviewDecision.Published ? null : reason;
        open.Decide(decision, told, listing.SubmittedBy, now);
        reviewable.Audit(action, listing, subject, actor, now, told);
        outbox.Add(ListingEvents.OfReview(open.Id));
        try
        {
            await (
                decision == ReviewDecision.Published
                    ? saveIndexed.ExecuteAsync(listing.CompanyId, cancellationToken)
                    : db.SaveChangesAsync(cancellationToken)
            );
            return Result.Success;
        }
        catch (DbUpdateConcurrencyException)
        {
            return ReviewErrors.ChangedMeanwhile;
        }
    }
}
