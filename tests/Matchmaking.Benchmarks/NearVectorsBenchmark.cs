using System.Diagnostics;
using Matchmaking.Core.Common;
using Matchmaking.Core.Language;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.Scoring;
using Matchmaking.Search.Near;

namespace Matchmaking.Benchmarks;

/// <summary>The scan of all listings' vectors for one need and one offer, on one core, and how many of the truly best it finds.</summary>
internal static class NearVectorsBenchmark
{
    private const int Firms = 50_000;
    private const int ListingsEach = 4;
    private const int Dimensions = 768;
    private const int Sectors = 60;
    private const int Topics = 3000;
    private const int Searches = 100;
    private const int Best = 10;

    /// <summary>As the scan has it.</summary>
    private const double LeastDirection = 0.03;

    private const double LeastRecall = 0.98;

    public static async Task<IReadOnlyList<Figure>> RunAsync(BenchmarkSite site)
    {
        var (median, slow, recall) = await Task.Run(Measure);
        return
        [
            new TimeFigure("neighbours of a need and an offer, median", median, TimeSpan.FromMilliseconds(8)),
            new TimeFigure("neighbours of a need and an offer, p95", slow),
            new ShareFigure("of the nearest ten, found", recall, LeastRecall),
        ];
    }

    private static (TimeSpan Median, TimeSpan Slow, double Recall) Measure()
    {
        var random = new Random(11);
        var market = new Market(random);
        var near = new NearVectors();
        var all = new List<(CompanyId Id, NearVector[] Listings)>(Firms);
        for (var firm = 0; firm < Firms; firm++)
        {
            NearVector[] listings = [.. Enumerable.Range(0, ListingsEach).Select(place => market.Listing(place % 2))];
            all.Add((CompanyId.New(), listings));
            near.Put(new NearFirm(all[^1].Id, Country.CN, "other", string.Empty, UInt128.Zero, 0, null), listings);
        }

        near.Publish();
        var times = new List<TimeSpan>();
        var found = 0;
        for (var search = 0; search < Searches; search++)
        {
            NearVector[] wanted = [market.Listing(0), market.Listing(1)];
            var started = Stopwatch.GetTimestamp();
            var hits = near.Search(new NearQuery(wanted, BothWays: true, Country: null, Passes: null, Limit: 250));
            times.Add(Stopwatch.GetElapsedTime(started));
            if (search % 10 == 0)
            {
                var exact = all.OrderByDescending(firm => Exact(firm.Listings, wanted)).Take(Best).Select(firm => firm.Id);
                found += hits.Take(Best).Select(hit => hit.Firm.Id).Intersect(exact).Count();
            }
        }

        // The first ones are compiled while they run.
        var warm = times.Skip(Searches / 5).ToList();
        return (Report.Percentile(warm, 0.5), Report.Percentile(warm, 0.95), found / (double)(Best * Searches / 10));
    }

    private static double Exact(NearVector[] listings, NearVector[] wanted)
    {
        double Best(ListingKind kind) =>
            listings
                .Where(listing => listing.Kind == kind)
                .Max(listing =>
                    wanted.Where(query => query.Kind == kind).Max(query => MeaningLikeness.Of(listing.Vector.Dot(query.Vector)))
                );
        var (offer, need) = (Best(ListingKind.Offer) + LeastDirection, Best(ListingKind.Need) + LeastDirection);
        return offer * need / (offer + need);
    }

    /// <summary>Vectors as texts have them: some sectors, many topics in each, and what every text says alone.</summary>
    private sealed class Market(Random random)
    {
        private readonly float[][] sectors = [.. Enumerable.Range(0, Sectors).Select(_ => Noise(random))];
        private readonly float[][] topics = [.. Enumerable.Range(0, Topics).Select(_ => Noise(random))];

        public NearVector Listing(int kind)
        {
            var topic = random.Next(Topics);
            var (ofSector, ofTopic, own) = (sectors[topic % Sectors], topics[topic], Noise(random));
            var values = new float[Dimensions];
            for (var index = 0; index < Dimensions; index++)
            {
                values[index] = 0.5f * ofSector[index] + 0.65f * ofTopic[index] + 0.6f * own[index];
            }

            var length = MathF.Sqrt(values.Sum(value => value * value));
            return new NearVector(
                kind == 0 ? ListingKind.Offer : ListingKind.Need,
                QuantizedVector.Of(Array.ConvertAll(values, value => value / length))
            );
        }

        /// <summary>Normal, of length 1.</summary>
        private static float[] Noise(Random random) =>
            [
                .. Enumerable
                    .Range(0, Dimensions)
                    .Select(_ =>
                        (float)(
                            Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()))
                            * Math.Cos(2 * Math.PI * random.NextDouble())
                            / Math.Sqrt(Dimensions)
                        )
                    ),
            ];
    }
}
