using System.Diagnostics;
using System.Globalization;
using Matchmaking.Core.Common;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Scoring;

namespace Matchmaking.Benchmarks;

/// <summary>
/// What one engine takes in markets of rising size: to build its index, to show a change, and to rank for one firm both ways; beside two
/// simpler ways to ask it, and how many of the ten firms that scoring all of the other country's would put first each of them finds.
/// </summary>
internal static class ScaleBenchmark
{
    private const int Measured = 200;
    private const int Compared = 100;
    private const int Changes = 40;
    private const int Best = 10;

    /// <summary>How far down the naive way reads each of its two lists.</summary>
    private const int NaiveDepth = 200;

    private static readonly MarketSize[] Usual =
    [
        new(10_000, ListingsEach: 4, Asking: 400, KeepsProfiles: true),
        // As many as it takes until most profiles were read once, and the collector has moved those that are kept out of its way.
        new(100_000, ListingsEach: 4, Asking: 800, KeepsProfiles: true),
    ];

    private static readonly MarketSize Million = new(1_000_000, ListingsEach: 2, Asking: 800, KeepsProfiles: false);

    public static Task<IReadOnlyList<Figure>> RunAsync(BenchmarkSite _) => RunAsync(Usual);

    public static Task<IReadOnlyList<Figure>> RunMillionAsync(BenchmarkSite _) => RunAsync([Million]);

    private static async Task<IReadOnlyList<Figure>> RunAsync(IEnumerable<MarketSize> sizes)
    {
        var figures = new List<Figure>();
        foreach (var size in sizes)
        {
            foreach (var engine in BenchmarkEngine.All)
            {
                await using var market = await Market.CreateAsync(engine, size);
                figures.AddRange(await MeasureAsync(market, size, engine));
            }
        }

        return figures;
    }

    private static async Task<IReadOnlyList<Figure>> MeasureAsync(Market market, MarketSize size, BenchmarkEngine engine)
    {
        string Name(string what) => string.Create(CultureInfo.InvariantCulture, $"{engine.Name}, {size.Firms:N0} firms: {what}");
        var goals = engine == BenchmarkEngine.Embedded ? ScaleGoals.Of(size.Firms) : ScaleGoals.None;
        var (whole, core, oneWay) = (new List<TimeSpan>(), new List<TimeSpan>(), new List<TimeSpan>());
        foreach (var (firm, place) in market.Asking.Select((firm, place) => (firm, place)))
        {
            var started = Stopwatch.GetTimestamp();
            var prepared = await market.Ranking.PrepareAsync(firm, CancellationToken.None);
            var ready = Stopwatch.GetTimestamp();
            await prepared.RankAsync(Market.Others(firm), [], CancellationToken.None);
            var done = Stopwatch.GetTimestamp();
            await market.Index.SearchAsync(OneWay(prepared.Query, firm, Best), CancellationToken.None);
            if (place >= size.Asking - Measured)
            {
                whole.Add(Stopwatch.GetElapsedTime(started, done));
                core.Add(Stopwatch.GetElapsedTime(ready, done));
                oneWay.Add(Stopwatch.GetElapsedTime(done));
            }
        }

        var figures = new List<Figure>
        {
            new TimeFigure(Name("index built"), market.Indexing, goals.Indexing),
            new AmountFigure(Name("firms indexed a second"), size.Firms / market.Indexing.TotalSeconds),
            new TimeFigure(Name("change to visible, p95"), Report.Percentile(await ChangesAsync(market), 0.95)),
            new TimeFigure(Name("ranked both ways, p50"), Report.Percentile(whole, 0.5)),
            new TimeFigure(Name("ranked both ways, p95"), Report.Percentile(whole, 0.95), goals.Ranking),
            new TimeFigure(Name("ranked both ways, p99"), Report.Percentile(whole, 0.99)),
            new TimeFigure(Name("without reading the firm that asks, p95"), Report.Percentile(core, 0.95), goals.Core),
            new TimeFigure(Name("a plain query one way, p95"), Report.Percentile(oneWay, 0.95)),
            new AmountFigure(Name("memory of this process, MB"), Environment.WorkingSet / 1e6),
        };
        if (size.KeepsProfiles)
        {
            figures.AddRange(await RecallAsync(market, Name));
        }

        return figures;
    }

    /// <summary>What they need in what others offer, by words alone, as any engine would be asked.</summary>
    private static PartnerQuery OneWay(PartnerQuery query, FirmText firm, int limit) =>
        new()
        {
            Wanted = query.Wanted,
            Except = firm.Id,
            Filter = Market.Others(firm),
            Limit = limit,
        };

    private static async Task<List<TimeSpan>> ChangesAsync(Market market)
    {
        var times = new List<TimeSpan>();
        foreach (var (firm, number) in market.Asking.Take(Changes).Select((firm, number) => (firm, number)))
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"renamed{number}qx");
            var changed = firm with { Version = firm.Version + 1, Names = firm.Names with { En = name } };
            var word = new PartnerQuery
            {
                Words = [new WeightedTerm(name, 1)],
                WordsRequired = 1,
                Limit = 1,
            };
            var started = Stopwatch.GetTimestamp();
            await market.Index.WriteAsync([PartnerChange.Of(market.Reader.Document(changed))], CancellationToken.None);
            while ((await market.Index.SearchAsync(word, CancellationToken.None)) is not [var hit] || hit.Id != firm.Id)
            {
                await Task.Delay(1);
            }

            times.Add(Stopwatch.GetElapsedTime(started));
        }

        return times;
    }

    private static async Task<IReadOnlyList<Figure>> RecallAsync(Market market, Func<string, string> name)
    {
        var (found, oneWay, intersected) = (0, 0, 0);
        foreach (var firm in market.Asking.TakeLast(Compared))
        {
            var prepared = await market.Ranking.PrepareAsync(firm, CancellationToken.None);
            var ranked = await prepared.RankAsync(Market.Others(firm), [], CancellationToken.None);
            var best = BestOf(market, firm, ranked);
            found += ranked.Firms.Take(Best).Count(other => best.Contains(other.Id));
            oneWay += (await market.Index.SearchAsync(OneWay(prepared.Query, firm, Best), CancellationToken.None)).Count(hit =>
                best.Contains(hit.Id)
            );
            intersected += (await IntersectedAsync(market, prepared.Query, firm)).Count(best.Contains);
        }

        const double All = Compared * Best;
        return
        [
            new ShareFigure(name("of the best ten, found"), found / All, 0.99),
            new ShareFigure(name("by a plain query one way"), oneWay / All),
            new ShareFigure(name("by two lists intersected"), intersected / All),
        ];
    }

    private static HashSet<CompanyId> BestOf(Market market, FirmText firm, RankedFirms ranked) =>
        [
            .. market
                .Profiles.AsParallel()
                .Where(other => other.Profile.Country != firm.Country)
                .Select(other => (other.Id, ranked.Scorer.Score(other.Profile).Fused))
                .OrderByDescending(other => other.Fused)
                .ThenBy(other => other.Id.Value)
                .Take(Best)
                .Select(other => other.Id),
        ];

    /// <summary>The naive way: who offers what they need, who needs what they offer, and who stands in both lists.</summary>
    private static async Task<IEnumerable<CompanyId>> IntersectedAsync(Market market, PartnerQuery query, FirmText firm)
    {
        var offering = await market.Index.SearchAsync(OneWay(query, firm, NaiveDepth), CancellationToken.None);
        var needing = await market.Index.SearchAsync(
            OneWay(query, firm, NaiveDepth) with
            {
                Wanted = [],
                Offered = query.Offered,
            },
            CancellationToken.None
        );
        var needs = needing.ToDictionary(hit => hit.Id, hit => hit.Score);
        return offering
            .Where(hit => needs.ContainsKey(hit.Id))
            .OrderByDescending(hit => hit.Score + needs[hit.Id])
            .Take(Best)
            .Select(hit => hit.Id);
    }
}
