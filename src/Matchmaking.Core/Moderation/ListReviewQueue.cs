using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Listings;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Moderation;

/// <summary>One row a change, the one that has waited longest first. Firms of which the reviewer is a member do not appear.</summary>
public sealed class ListReviewQueue(AppDbContext db, ReviewableListings reviewable)
{
    /// <summary>More than anybody reads at a time; the count says how many there are.</summary>
    public const int Limit = 100;

    public async Task<ReviewQueue> ExecuteAsync(ReviewQueueFilter filter, Actor actor, CancellationToken cancellationToken)
    {
        var user = actor.UserId;
        var all = Rows(reviewable.OfOthers(actor).AsNoTracking());
        var counts = await all.GroupBy(row => row.IsChange)
            .Select(group => new { IsChange = group.Key, Count = group.Count() })
            .ToListAsync(cancellationToken);
        var mine = await all.CountAsync(row => row.ReviewerId == user, cancellationToken);
        var chosen = filter switch
        {
            ReviewQueueFilter.New => all.Where(row => !row.IsChange),
            ReviewQueueFilter.Changes => all.Where(row => row.IsChange),
            ReviewQueueFilter.Mine => all.Where(row => row.ReviewerId == user),
            _ => all,
        };
        var rows = await chosen.OrderBy(row => row.SubmittedAt).ThenBy(row => row.Id).Take(Limit).ToListAsync(cancellationToken);
        return new ReviewQueue(
            rows,
            counts.Find(count => !count.IsChange)?.Count ?? 0,
            counts.Find(count => count.IsChange)?.Count ?? 0,
            mine
        );
    }

    private IQueryable<ReviewQueueRow> Rows(IQueryable<Listing> listings) =>
        from listing in listings
        join company in db.Companies on listing.CompanyId equals company.Id
        join open in db.Set<Review>().Where(review => review.DecidedAt == null) on listing.Id equals open.ListingId into reviews
        from review in reviews.DefaultIfEmpty()
        join person in db.Users on review.ReviewerId equals person.Id into reviewers
        from reviewer in reviewers.DefaultIfEmpty()
        select new ReviewQueueRow
        {
            Id = listing.Id,
            Kind = listing.Kind,
            IsChange = listing.Revision != null,
            Language = listing.Revision == null ? listing.Content.Language : listing.Revision!.Content.Language,
            Title = listing.Revision == null ? listing.Content.Title : listing.Revision!.Content.Title,
            Company = company.Profile.Names,
            SubmittedAt = listing.SubmittedAt,
            ReviewerId = reviewer == null ? null : (Guid?)reviewer.Id,
            Reviewer = reviewer == null ? null : reviewer.DisplayName,
        };
}

public enum ReviewQueueFilter
{
    All,
    New,
    Changes,

    /// <summary>Taken by the reader.</summary>
    Mine,
}

public sealed record ReviewQueueRow
{
    public required ListingId Id { get; init; }

    public required ListingKind Kind { get; init; }

    /// <summary>A change to what was published, as opposed to a new listing.</summary>
    public required bool IsChange { get; init; }

    public required LanguageCode Language { get; init; }

    public required string Title { get; init; }

    public required LocalizedText Company { get; init; }

    public required DateTime? SubmittedAt { get; init; }

    /// <summary>Who has taken it, or null.</summary>
    public required Guid? ReviewerId { get; init; }

    public required string? Reviewer { get; init; }
}

public sealed record ReviewQueue(IReadOnlyList<ReviewQueueRow> Rows, int New, int Changes, int Mine);
