using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Listings;

/// <summary>A listing as everybody may see it: the published text only, and only while it stands.</summary>
public sealed class ShowPublishedListing(AppDbContext db, TimeProvider clock)
{
    public async Task<PublishedListing?> ExecuteAsync(ListingId id, Actor? viewer, CancellationToken cancellationToken)
    {
        var found = await (
            from item in db.Listings.AsNoTracking()
            where item.Id == id && item.State == ListingState.Published
            join firm in db.Companies on item.CompanyId equals firm.Id
            select new { Listing = item, Company = firm }
        ).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var (listing, company) = (found.Listing, found.Company);
        return new PublishedListing(
            listing.Id,
            listing.Kind,
            listing.Content,
            listing.PublishedAt!.Value,
            company.Id,
            company.Country,
            company.Profile,
            [.. company.Evidence.Where(item => item.IsValid(now))],
            await db.FacesAsync(viewer, company.Country, cancellationToken)
        );
    }
}

/// <param name="Checked">What agencies have evidence of today.</param>
/// <param name="IsAcross">The viewer acts for a firm of the other country.</param>
public sealed record PublishedListing(
    ListingId Id,
    ListingKind Kind,
    ListingContent Content,
    DateTime PublishedAt,
    CompanyId CompanyId,
    Country Country,
    CompanyProfile Company,
    IReadOnlyList<Evidence> Checked,
    bool IsAcross
);
