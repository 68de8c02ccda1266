using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Listings;

/// <summary>How much is offered and needed on both sides at this moment.</summary>
public sealed class CountLiveListings(AppDbContext db)
{
    public async Task<LiveListingCounts> ExecuteAsync(CancellationToken cancellationToken)
    {
        var counts = await (
            from listing in db.Listings.AsNoTracking()
            where listing.State == ListingState.Published
            join company in db.Companies on listing.CompanyId equals company.Id
            group listing by new { company.Country, listing.Kind } into side
            select new
            {
                side.Key.Country,
                side.Key.Kind,
                Count = side.Count(),
            }
        ).ToListAsync(cancellationToken);
        int Of(Country country, ListingKind kind) => counts.Find(count => count.Country == country && count.Kind == kind)?.Count ?? 0;
        return new LiveListingCounts(
            Of(Country.CN, ListingKind.Offer),
            Of(Country.CN, ListingKind.Need),
            Of(Country.KR, ListingKind.Offer),
            Of(Country.KR, ListingKind.Need)
        );
    }
}

public sealed record LiveListingCounts(int ChineseOffers, int ChineseNeeds, int KoreanOffers, int KoreanNeeds);
