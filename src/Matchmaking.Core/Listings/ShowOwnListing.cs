using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Listings;

/// <summary>A listing as its own firm sees it: what is live, what is being changed, and what can be done next.</summary>
public sealed class ShowOwnListing(AppDbContext db)
{
    public async Task<OwnListing?> ExecuteAsync(ListingId id, Actor actor, CancellationToken cancellationToken)
    {
        var company = actor.CompanyId;
        var found = await (
            from listing in db.Listings.AsNoTracking()
            where listing.Id == id && listing.CompanyId == company
            join firm in db.Companies on listing.CompanyId equals firm.Id
            join user in db.Users on listing.UpdatedBy equals user.Id into users
            from user in users.DefaultIfEmpty()
            select new
            {
                Listing = listing,
                firm.Country,
                DisplayName = (string?)user.DisplayName,
            }
        ).SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : OwnListing.Of(found.Listing, found.Country, found.DisplayName);
    }
}

/// <param name="Live">The text that is, was or will first be public.</param>
/// <param name="Change">The pending change, or null without one.</param>
/// <param name="Reason">Why an agency returned, refused or suspended it, or null.</param>
/// <param name="UpdatedBy">Name of the person who changed it last; null when an import wrote it.</param>
public sealed record OwnListing(
    ListingId Id,
    ListingKind Kind,
    Country Country,
    ListingState State,
    ListingState? ChangeState,
    ListingContent Live,
    ListingContent? Change,
    string? Reason,
    long Version,
    string? UpdatedBy,
    DateTime UpdatedAt,
    DateTime? SubmittedAt,
    DateTime? PublishedAt
)
{
    public ListingContent Working => Change ?? Live;

    public ListingState WorkingState => ChangeState ?? State;

    public bool CanEdit =>
        State is not (ListingState.Rejected or ListingState.Suspended or ListingState.Withdrawn)
        && WorkingState is not (ListingState.Submitted or ListingState.InReview);

    public bool CanChangeKind => State is ListingState.Draft or ListingState.ChangesRequested;

    public bool CanRenew => State == ListingState.Expired;

    public bool CanWithdraw => State is not (ListingState.Draft or ListingState.Rejected or ListingState.Withdrawn);

    /// <summary>There is a draft, or a change that nobody is reviewing at this moment.</summary>
    public bool CanDiscard => State == ListingState.Draft || (Change is not null && ChangeState != ListingState.InReview);

    internal static OwnListing Of(Listing listing, Country country, string? updatedBy) =>
        new(
            listing.Id,
            listing.Kind,
            country,
            listing.State,
            listing.Revision?.State,
            listing.Content,
            listing.Revision?.Content,
            listing.Revision?.ReturnReason ?? listing.ReturnReason,
            listing.Version,
            updatedBy,
            listing.UpdatedAt,
            listing.SubmittedAt,
            listing.PublishedAt
        );
}
