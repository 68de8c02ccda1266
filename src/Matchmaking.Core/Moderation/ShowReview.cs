using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Listings;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Moderation;

/// <summary>One change as a reviewer reads it: what is live beside what is proposed, who has it, and what was decided before.</summary>
public sealed class ShowReview(AppDbContext db, ReviewableListings reviewable, ListDecisions decisions)
{
    public async Task<ReviewView?> ExecuteAsync(ListingId id, Actor actor, CancellationToken cancellationToken)
    {
        var found = await (
            from listing in reviewable.Of(actor).AsNoTracking()
            where listing.Id == id
            join company in db.Companies on listing.CompanyId equals company.Id
            select new { Listing = listing, Names = company.Profile.Names }
        ).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        var open = await reviewable.OpenReviewAsync(id, cancellationToken);
        return new ReviewView(
            id,
            found.Listing.Kind,
            found.Listing.CompanyId,
            found.Names,
            found.Listing.Revision is null ? null : found.Listing.Content,
            found.Listing.Working,
            found.Listing.SubmittedAt,
            found.Listing.Version,
            open is null ? null : await reviewable.NameAsync(open.ReviewerId, cancellationToken),
            open?.ReviewerId == actor.UserId,
            await reviewable.IsOwnFirmAsync(found.Listing, actor, cancellationToken),
            await decisions.ExecuteAsync(id, cancellationToken)
        );
    }
}

/// <param name="Live">What is published and would be replaced; null for a new listing.</param>
/// <param name="Reviewer">Name of the person who has taken it, or null.</param>
/// <param name="IsOwnFirm">The reader is a member of the firm and may only look.</param>
public sealed record ReviewView(
    ListingId Id,
    ListingKind Kind,
    CompanyId CompanyId,
    LocalizedText Company,
    ListingContent? Live,
    ListingContent Proposed,
    DateTime? SubmittedAt,
    long Version,
    string? Reviewer,
    bool IsMine,
    bool IsOwnFirm,
    IReadOnlyList<PastDecision> Decisions
);
