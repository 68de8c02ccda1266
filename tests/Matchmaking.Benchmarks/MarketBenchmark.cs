using System.Diagnostics;
using Matchmaking.Core.Matching.Scoring;

namespace Matchmaking.Benchmarks;

/// <summary>
/// The ranking alone, for firms of a market ten times as large as the site's; and how many of the ten firms that scoring all of the other
/// country's would put first are among those that are found.
/// </summary>
internal static class MarketBenchmark
{
    private const int Firms = 100_000;
    private const int Searches = 200;

    /// <summary>As many as it takes until most profiles were read once, and the collector has moved those that are kept out of its way.</summary>
    private const int WarmUp = 600;

    private const int Compared = 100;
    private const int Best = 10;

    public static async Task<IReadOnlyList<Figure>> RunAsync(BenchmarkSite site)
    {
        await using var market = await Market.CreateAsync(site, Firms, WarmUp + Searches);
        var times = new List<TimeSpan>();
        foreach (var firm in market.Asking)
        {
            var started = Stopwatch.GetTimestamp();
            await market.RankAsync(firm);
            times.Add(Stopwatch.GetElapsedTime(started));
        }

        var found = 0;
        foreach (var firm in market.Asking.TakeLast(Compared))
        {
            found += await FoundAsync(market, firm);
        }

        var warm = times.Skip(WarmUp).ToList();
        return
        [
            new TimeFigure("one firm among 100,000, median", Report.Percentile(warm, 0.5)),
            new TimeFigure("one firm among 100,000, p95", Report.Percentile(warm, 0.95), TimeSpan.FromMilliseconds(40)),
            new ShareFigure("of the best ten, found", found / (double)(Compared * Best), 0.99),
        ];
    }

    private static async Task<int> FoundAsync(Market market, FirmText firm)
    {
        var ranked = await market.RankAsync(firm);
        var best = market
            .Profiles.AsParallel()
            .Where(other => other.Profile.Country != firm.Country)
            .Select(other => (other.Id, ranked.Scorer.Score(other.Profile).Fused))
            .OrderByDescending(other => other.Fused)
            .ThenBy(other => other.Id.Value)
            .Take(Best)
            .Select(other => other.Id)
            .ToList();
        return ranked.Firms.Take(Best).Select(other => other.Id).Intersect(best).Count();
    }
}
