namespace Matchmaking.Benchmarks;

/// <summary>
/// The pages of ranked partners under many people at once: the built executable among 100,000 firms, asked by this process over the
/// loopback address on the same cores. Visits are made one after the other by all who have an account, each of another firm.
/// </summary>
internal static class LoadBenchmark
{
    private const int Firms = 100_000;
    private const int People = 2_000;
    private const int Users = 20;
    private const double WantedPerSecond = 300;
    private static readonly TimeSpan WantedTime = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(30);

    public static async Task<IReadOnlyList<Figure>> RunAsync(BenchmarkSite _)
    {
        await using var site = new BenchmarkSite(Firms, People);
        await site.PrepareAsync();
        await site.StopAsync();
        await using var process = await SiteProcess.StartAsync(site.Folder);
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = process.Address,
        };

        Task<LoadRun> RunAsync(int users, TimeSpan length, Func<int, IReadOnlyList<string>> addresses, int first = 0) =>
            LoadRun.MeasureAsync(
                client,
                users,
                length,
                number => addresses(number).Select(address => site.Request(address, first + number))
            );

        await RunAsync(Users, WarmUp, Visit.Addresses, People / 2);
        var plain = await RunAsync(Users, Length / 3, _ => ["/about"]);
        var first = await RunAsync(Users, Length / 2, _ => ["/partners"]);
        var spent = process.ProcessorTime;
        var visits = await RunAsync(Users, Length, Visit.Addresses, first.Times.Count);
        spent = process.ProcessorTime - spent;
        return
        [
            new AmountFigure("100,000 firms, 20 users, a page without a list, a second", plain.PerSecond),
            new AmountFigure("each request of another firm, a second", first.PerSecond),
            new TimeFigure("each request of another firm, p95", Report.Percentile(first.Times, 0.95)),
            new AmountFigure("visits: pages of partners a second", visits.PerSecond, Least: WantedPerSecond),
            new ShareFigure("visits: of the rate of a page without a list", visits.PerSecond / plain.PerSecond),
            new TimeFigure("visits: p50", Report.Percentile(visits.Times, 0.5)),
            new TimeFigure("visits: p95", Report.Percentile(visits.Times, 0.95), WantedTime),
            new TimeFigure("visits: p99", Report.Percentile(visits.Times, 0.99)),
            new AmountFigure("visits: errors", visits.Errors + first.Errors + plain.Errors, Most: 0),
            new TimeFigure("visits: processor time of the site a request", spent / visits.Times.Count),
            new AmountFigure("memory of the site, MB", process.Memory / 1e6),
        ];
    }
}
