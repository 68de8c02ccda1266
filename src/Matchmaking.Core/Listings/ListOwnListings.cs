using System.Linq.Expressions;
using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Listings;

/// <summary>The firm's own offers and needs, last changed first.</summary>
public sealed class ListOwnListings(AppDbContext db)
{
    public const int PageSize = 50;

    private static readonly Expression<Func<Listing, bool>> WaitsForTheFirm = listing =>
        listing.State == ListingState.ChangesRequested
        || listing.State == ListingState.Expired
        || listing.State == ListingState.Suspended
        || (listing.Revision != null && listing.Revision.State == ListingState.ChangesRequested);

    public async Task<OwnListingsPage> ExecuteAsync(OwnListingsFilter filter, int page, Actor actor, CancellationToken cancellationToken)
    {
        var company = actor.CompanyId;
        var all = db.Listings.AsNoTracking().Where(listing => listing.CompanyId == company);
        var chosen = Filtered(all, filter);
        var rows = await chosen
            .OrderByDescending(listing => listing.UpdatedAt)
            .ThenBy(listing => listing.Id)
            .Skip((page - 1) * PageSize)
            .Take(PageSize)
            .ToListAsync(cancellationToken);
        var kinds = await all.GroupBy(listing => listing.Kind)
            .Select(kind => new { kind.Key, Count = kind.Count() })
            .ToListAsync(cancellationToken);
        return new OwnListingsPage(
            new Page<OwnListingRow>(rows.ConvertAll(ToRow), page, PageSize, await chosen.CountAsync(cancellationToken)),
            kinds.Find(kind => kind.Key == ListingKind.Offer)?.Count ?? 0,
            kinds.Find(kind => kind.Key == ListingKind.Need)?.Count ?? 0,
            await all.CountAsync(WaitsForTheFirm, cancellationToken)
        );
    }

    private static IQueryable<Listing> Filtered(IQueryable<Listing> all, OwnListingsFilter filter) =>
        filter switch
        {
            OwnListingsFilter.Offers => all.Where(listing => listing.Kind == ListingKind.Offer),
            OwnListingsFilter.Needs => all.Where(listing => listing.Kind == ListingKind.Need),
            OwnListingsFilter.Waiting => all.Where(WaitsForTheFirm),
            _ => all,
        };

    private static OwnListingRow ToRow(Listing listing) =>
        new(
            listing.Id,
            listing.Kind,
            listing.State,
            listing.Revision?.State,
            listing.Working,
            listing.Revision?.ReturnReason ?? listing.ReturnReason,
            listing.UpdatedAt
        );
}

public enum OwnListingsFilter
{
    All,
    Offers,
    Needs,

    /// <summary>Returned, expired or suspended: the firm has the next step.</summary>
    Waiting,
}

/// <param name="RevisionState">State of the pending change, or null without one.</param>
/// <param name="Content">What is being written if there is a pending change, else what is live.</param>
public sealed record OwnListingRow(
    ListingId Id,
    ListingKind Kind,
    ListingState State,
    ListingState? RevisionState,
    ListingContent Content,
    string? Reason,
    DateTime UpdatedAt
);

public sealed record OwnListingsPage(Page<OwnListingRow> Rows, int Offers, int Needs, int Waiting);
