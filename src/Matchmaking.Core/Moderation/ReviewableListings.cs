using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Listings;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Moderation;

/// <summary>What an agency may review: changes that were submitted by firms of its own country. All else is not there for it.</summary>
public sealed class ReviewableListings(AppDbContext db)
{
    /// <summary>Waiting or being read, whoever's firm it is.</summary>
    public IQueryable<Listing> Of(Actor actor)
    {
        var agency = actor.AgencyId;
        return from listing in db.Listings
            join company in db.Companies on listing.CompanyId equals company.Id
            where db.Agencies.Any(item => item.Id == agency && item.Country == company.Country)
            where listing.State != ListingState.Suspended && Waiting().Contains(listing.Id)
            select listing;
    }

    /// <summary>The same without the firms that the actor belongs to.</summary>
    public IQueryable<Listing> OfOthers(Actor actor)
    {
        var user = actor.UserId;
        return Of(actor).Where(listing => !db.Memberships.Any(item => item.UserId == user && item.CompanyId == listing.CompanyId));
    }

    public Task<bool> IsOwnFirmAsync(Listing listing, Actor actor, CancellationToken cancellationToken)
    {
        var (user, company) = (actor.UserId, (CompanyId?)listing.CompanyId);
        return db.Memberships.AnyAsync(item => item.UserId == user && item.CompanyId == company, cancellationToken);
    }

    /// <summary>The reading that is under way, or null.</summary>
    public Task<Review?> OpenReviewAsync(ListingId id, CancellationToken cancellationToken) =>
        db.Set<Review>().SingleOrDefaultAsync(review => review.ListingId == id && review.DecidedAt == null, cancellationToken);

    public Task<string> NameAsync(Guid user, CancellationToken cancellationToken) =>
        db.Users.Where(item => item.Id == user).Select(item => item.DisplayName).SingleAsync(cancellationToken);

    /// <summary>By an index each; one condition over both tables would read every listing there is.</summary>
    private IQueryable<ListingId> Waiting() =>
        db
            .Listings.Where(listing => listing.State == ListingState.Submitted || listing.State == ListingState.InReview)
            .Select(listing => listing.Id)
            .Concat(
                db.Set<ListingRevision>()
                    .Where(revision => revision.State == ListingState.Submitted || revision.State == ListingState.InReview)
                    .Select(revision => revision.ListingId)
            );

    internal void Audit(string action, Listing listing, string subject, Actor actor, DateTime now, string? detail = null) =>
        db.Add(AuditEntry.Of(actor, action, listing.Id.Value, subject, now, detail));
}
