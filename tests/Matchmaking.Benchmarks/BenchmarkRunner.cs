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
        ["exposure"] = ExposureBenchmark.RunAsync,
        ["schedule"] = ScheduleBenchmark.RunAsync,
        ["load"] = LoadBenchmark.RunAsync,
        ["million"] = ScaleBenchmark.RunMillionAsync,
    };

    /// <summary>Those that take many minutes or gigabytes run only when they are named.</summary>
    private static readonly HashSet<string> OnRequest = ["schedule", "load", "million"];

    /// <summary>Those that ask no site, or one of their own: the site of the others, and the work that it does every hour, has ended by then.</summary>
    private static readonly HashSet<string> Alone = ["near", "scale", "exposure", "schedule", "load", "million"];

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
        if (args.Length == 0 || args.Except(Alone).Any())
        {
            await site.PrepareAsync();
        }

        var before = Calibration.Measure();
        var figures = new List<Figure>();
        foreach (
            var (name, run) in ByName.Where(benchmark =>
                args.Length == 0 ? !OnRequest.Contains(benchmark.Key) : args.Contains(benchmark.Key)
            )
        )
        {
            if (Alone.Contains(name))
            {
                await site.StopAsync();
            }

            await Report.SayAsync(name);
            figures.AddRange(await run(site));
        }

        await Report.WriteAsync(figures, before.And(Calibration.Measure()));
        return 0;
    }
}
