using System.Diagnostics;

namespace Matchmaking.Benchmarks;

/// <summary>The whole index anew from the database, beside the one that is searched.</summary>
internal static class RebuildBenchmark
{
    public static async Task<IReadOnlyList<Figure>> RunAsync(BenchmarkSite site)
    {
        var watch = Stopwatch.StartNew();
        var firms = await site.RebuildAsync();
        return firms == FirmGenerator.Firms
            ? [new TimeFigure("index rebuilt", watch.Elapsed, TimeSpan.FromSeconds(15))]
            : throw new InvalidOperationException($"{firms} firms were indexed.");
    }
}
