using System.Diagnostics;

namespace Matchmaking.Benchmarks;

/// <summary>The whole index anew from the database, beside the one that is searched.</summary>
internal static class RebuildBenchmark
{
    public static async Task<IReadOnlyList<Figure>> RunAsync(BenchmarkSite site)
    {
        var watch = Stopwatch.StartNew();
        var rebuilt = await site.RebuildAsync();
        return rebuilt.Firms == FirmGenerator.Firms
            ? [new TimeFigure("index rebuilt", watch.Elapsed, TimeSpan.FromSeconds(15))]
            : throw new InvalidOperationException($"{rebuilt.Firms} firms were indexed.");
    }
}
