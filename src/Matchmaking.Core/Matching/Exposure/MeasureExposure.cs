using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Data;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Scoring;
using Matchmaking.Core.Matching.Vectors;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Matching.Exposure;

/// <summary>Ranks for a sample of the firms of each country, finds who stands in too many of the lists, and writes it down for all nodes.</summary>
public sealed class MeasureExposure(
    AppDbContext db,
    FirmTexts texts,
    ListingVectors vectors,
    PartnerRanking ranking,
    RefreshExposure refresh,
    TimeProvider clock
)
{
    /// <summary>Share of the lists in whose first ten places a firm may stand.</summary>
    public const double Most = 0.05;

    private const int Sampled = 200;
    private const int ReadAtOnce = 50;

    /// <summary>Candidates of a list that can come forward.</summary>
    private const int Kept = 60;

    /// <returns>How many firms are lowered.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var measured = new Dictionary<Country, IReadOnlyDictionary<CompanyId, double>>();
        foreach (var country in Enum.GetValues<Country>())
        {
            measured[country] = ExposureCap.Factors(await ListsAsync(country, cancellationToken), Most);
        }

        // Written together: whoever has read the one country of a moment does not come back for the other.
        foreach (var (country, factors) in measured)
        {
            var measurement = await db.Set<ExposureMeasurement>().SingleOrDefaultAsync(row => row.Country == country, cancellationToken);
            if (measurement is null)
            {
                db.Add(measurement = new ExposureMeasurement { Country = country });
            }

            measurement.Write(factors, now);
        }

        await db.SaveChangesAsync(cancellationToken);
        await refresh.ExecuteAsync(cancellationToken);
        return measured.Values.Sum(factors => factors.Count);
    }

    private async Task<IReadOnlyList<IReadOnlyList<ListedFirm>>> ListsAsync(Country country, CancellationToken cancellationToken)
    {
        var lists = new List<IReadOnlyList<ListedFirm>>();
        foreach (var ids in (await SampleAsync(country, cancellationToken)).Chunk(ReadAtOnce))
        {
            var filter = new PartnerFilter { Country = country.Other() };
            foreach (var firm in await vectors.AddAsync(await texts.ReadAsync(ids, cancellationToken), cancellationToken))
            {
                var ranked = (await ranking.RankAsync(firm, filter, [], cancellationToken)).Fitting();
                lists.Add([
                    .. ranked
                        .Firms.Select(partner => new ListedFirm(partner.Id, partner.Score.Fused))
                        .OrderByDescending(partner => partner.Score)
                        .Take(Kept),
                ]);
            }
        }

        return lists;
    }

    /// <summary>Evenly among all that have a live listing.</summary>
    private async Task<IReadOnlyList<CompanyId>> SampleAsync(Country country, CancellationToken cancellationToken)
    {
        var asking = await db
            .Companies.Where(company =>
                company.Country == country
                && db.Listings.Any(listing => listing.CompanyId == company.Id && listing.State == ListingState.Published)
            )
            .OrderBy(company => company.Id)
            .Select(company => company.Id)
            .ToListAsync(cancellationToken);
        return
        [
            .. Enumerable
                .Range(0, Math.Min(Sampled, asking.Count))
                .Select(place => asking[place * asking.Count / Math.Min(Sampled, asking.Count)]),
        ];
    }
}
