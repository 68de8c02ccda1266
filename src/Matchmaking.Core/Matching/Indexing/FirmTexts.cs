using System.Runtime.CompilerServices;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Data;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Matching.Indexing;

/// <summary>Reads firms with their live listings as they are now.</summary>
public sealed class FirmTexts(AppDbContext db, TimeProvider clock)
{
    private const int StreamedAtOnce = 500;

    /// <summary>In no order; a firm that is not there is left out.</summary>
    public async Task<IReadOnlyList<FirmText>> ReadAsync(IReadOnlyCollection<CompanyId> ids, CancellationToken cancellationToken)
    {
        // The firms first: what changes in between shows up with the older version, and its own message brings it again.
        var companies = await db.Companies.AsNoTracking().Where(company => ids.Contains(company.Id)).ToListAsync(cancellationToken);
        var listings = await db
            .Listings.AsNoTracking()
            .Where(listing => ids.Contains(listing.CompanyId) && listing.State == ListingState.Published)
            .OrderBy(listing => listing.Id)
            .Select(listing => new
            {
                listing.CompanyId,
                listing.Id,
                listing.Kind,
                listing.Content,
                listing.PublishedAt,
            })
            .ToListAsync(cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var byCompany = listings
            .Where(listing => !listing.Content.IsOver(now))
            .ToLookup(
                listing => listing.CompanyId,
                listing => new ListingText(listing.Id, listing.Kind, listing.Content, DateOnly.FromDateTime(listing.PublishedAt ?? now))
            );
        return [.. companies.Select(company => Of(company, [.. byCompany[company.Id]], now))];
    }

    /// <summary>How many firms a stream at this moment would be about; a few of them may have only listings that ended today.</summary>
    public Task<int> CountAsync(CancellationToken cancellationToken) => Streamed().CountAsync(cancellationToken);

    /// <summary>All firms that have a live listing, some hundreds at once.</summary>
    public async IAsyncEnumerable<IReadOnlyList<FirmText>> StreamAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var ids = await Streamed().ToListAsync(cancellationToken);
        foreach (var chunk in ids.Chunk(StreamedAtOnce))
        {
            yield return [.. (await ReadAsync(chunk, cancellationToken)).Where(firm => firm.Listings.Count > 0)];
        }
    }

    private IQueryable<CompanyId> Streamed() =>
        db
            .Listings.AsNoTracking()
            .Where(listing => listing.State == ListingState.Published)
            .Select(listing => listing.CompanyId)
            .Distinct();

    private static FirmText Of(Company company, IReadOnlyList<ListingText> listings, DateTime now)
    {
        List<Evidence> valid = [.. company.Evidence.Where(item => item.IsValid(now))];
        return new FirmText(
            company.Id,
            company.IndexVersion,
            company.Country,
            company.Profile.Names,
            company.Profile.Sector,
            company.Profile.Region,
            VerifiedUntil(valid),
            listings
        )
        {
            Evidence = valid,
        };
    }

    private static DateTime? VerifiedUntil(List<Evidence> valid)
    {
        var existence = valid.FindAll(item => item.Claim == EvidenceClaim.Existence);
        return existence.Count == 0 ? null : existence.Max(item => item.ExpiresAt ?? DateTime.MaxValue.ToUniversalTime());
    }
}
