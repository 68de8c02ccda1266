namespace Matchmaking.Benchmarks;

/// <summary>
/// The pages of ranked partners under many people at once: the built executable among 100,000 firms, asked by this process over the
/// loopback address on the same cores. Three kinds of load: first pages alone, each of another firm, so that the site ranks for all of them;
/// visits, each of another firm; and visits of the same twenty people all the time. A page without a list is the measure of the machine.
/// </summary>
internal static class LoadBenchmark
{
    private const int Firms = 100_000;
    private const int People = 6_000;
    private const int Users = 20;
    private const double WantedPerSecond = 300;
    private static readonly TimeSpan WantedTime = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(30);

    /// <summary>Until the index holds most of the profiles that it is asked for, and what is used often has been compiled.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(90);

    public static async Task<IReadOnlyList<Figure>> RunAsync(BenchmarkSite _)
    {
        await using var site = new BenchmarkSite(Firms, People);
        await site.PrepareAsync();
        await site.StopAsync();
        await using var process = await SiteProcess.StartAsync(site.Folder);
        using var client = new HttpClient(new RenewedCookies(site)) { BaseAddress = process.Address };
        // Whoever comes next has not been here for longer than a list is kept.
        var came = 0;

        async Task<LoadRun> RunAsync(TimeSpan length, Func<int, IReadOnlyList<string>> addresses, int people = People)
        {
            var before = came;
            var run = await LoadRun.MeasureAsync(
                client,
                Users,
                length,
                number =>
                {
                    Interlocked.Increment(ref came);
                    return addresses(number).Select(address => site.Request(address, (before + number) % people));
                }
            );
            return run;
        }

        await RunAsync(WarmUp, _ => ["/partners"]);
        await RunAsync(WarmUp / 9, Visit.Addresses);
        var plain = await RunAsync(Length / 3, _ => ["/about"]);
        var first = await RunAsync(Length / 2, _ => ["/partners"]);
        var spent = process.ProcessorTime;
        var visits = await RunAsync(Length, Visit.Addresses);
        spent = process.ProcessorTime - spent;
        var same = await RunAsync(Length, Visit.Addresses, Users);
        return
        [
            new AmountFigure("100,000 firms, 20 users: pages without a list a second", plain.PerSecond),
            new TimeFigure("pages without a list, p95", Report.Percentile(plain.Times, 0.95)),
            .. Of("first pages, each of another firm", first, plain, isWanted: false),
            .. Of("visits, each of another firm", visits, plain),
            new TimeFigure("visits, each of another firm: processor time a page", spent / visits.Times.Count),
            .. Of("visits of the same 20 people", same, plain),
            new AmountFigure("errors in all of it", plain.Errors + first.Errors + visits.Errors + same.Errors, Most: 0),
            new AmountFigure("memory of the site, MB", process.Memory / 1e6),
        ];
    }

    private static IEnumerable<Figure> Of(string name, LoadRun run, LoadRun plain, bool isWanted = true) =>
        [
            new AmountFigure($"{name}: a second", run.PerSecond, isWanted ? WantedPerSecond : null),
            new ShareFigure($"{name}: of the rate without a list", run.PerSecond / plain.PerSecond),
            new TimeFigure($"{name}: p50", Report.Percentile(run.Times, 0.5)),
            new TimeFigure($"{name}: p95", Report.Percentile(run.Times, 0.95), isWanted ? WantedTime : null),
            new TimeFigure($"{name}: p99", Report.Percentile(run.Times, 0.99)),
        ];
}
