namespace Matchmaking.Benchmarks;

internal static class BenchmarkRunner
{
    private static readonly Dictionary<string, Func<BenchmarkSite, Task<IReadOnlyList<Figure>>>> ByName = new(StringComparer.Ordinal)
    {
        ["partners"] = PartnersBenchmark.RunAsync,
        ["fresh"] = FreshnessBenchmark.RunAsync,
        ["rebuild"] = RebuildBenchmark.RunAsync,
        ["start"] = StartBenchmark.RunAsync,
        ["near"] = NearVectorsBenchmark.RunAsync,
        ["scale"] = ScaleBenchmark.RunAsync,
        ["million"] = ScaleBenchmark.RunMillionAsync,
        ["exposure"] = ExposureBenchmark.RunAsync,
        ["load"] = LoadBenchmark.RunAsync,
    };

    /// <summary>Those that take a quarter of an hour and many gigabytes run only when they are named.</summary>
    private static readonly HashSet<string> OnRequest = ["million", "load"];

    private static async Task<int> Main(string[] args)
    {
        if (args.Except(ByName.Keys).Any())
        {
            await Report.SayAsync(
                $"known benchmarks, without a name all but {string.Join(" and ", OnRequest)}: {string.Join(' ', ByName.Keys)}"
            );
            return 2;
        }

        await using var site = new BenchmarkSite();
        await site.PrepareAsync();
        var before = Calibration.Measure();
        var figures = new List<Figure>();
        foreach (
            var (name, run) in ByName.Where(benchmark =>
                args.Length == 0 ? !OnRequest.Contains(benchmark.Key) : args.Contains(benchmark.Key)
            )
        )
        {
            await Report.SayAsync(name);
            figures.AddRange(await run(site));
        }

        await Report.WriteAsync(figures, before.And(Calibration.Measure()));
        return 0;
    }
}
