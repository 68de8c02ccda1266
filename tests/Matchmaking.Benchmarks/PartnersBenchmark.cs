using System.Diagnostics;

namespace Matchmaking.Benchmarks;

/// <summary>The first page of ranked partners, by another firm each time: nobody asks twice, for whom the site would have kept the list.</summary>
internal static class PartnersBenchmark
{
    private const int WarmUp = 150;
    private const int Measured = 250;
    private static readonly string[] Addresses = ["/partners", "/api/partners", "/partners?mode=supply&verified=true"];
    private static readonly TimeSpan Goal = TimeSpan.FromMilliseconds(50);

    public static async Task<IReadOnlyList<Figure>> RunAsync(BenchmarkSite site)
    {
        using var client = site.CreateClient();
        var person = 0;
        // All of them first: the runtime compiles what is used often anew, beside what runs.
        foreach (var address in Addresses.SelectMany(address => Enumerable.Repeat(address, WarmUp)))
        {
            await AskAsync(site, client, address, person++);
        }

        var figures = new List<Figure>();
        foreach (var address in Addresses)
        {
            var times = new List<TimeSpan>();
            var spent = Environment.CpuUsage.TotalTime;
            while (times.Count < Measured)
            {
                times.Add(await AskAsync(site, client, address, person++));
            }

            spent = Environment.CpuUsage.TotalTime - spent;
            figures.Add(new TimeFigure($"{address}, processor time", spent / times.Count));
            figures.Add(new TimeFigure($"{address}, median", Report.Percentile(times, 0.5)));
            figures.Add(new TimeFigure($"{address}, p95", Report.Percentile(times, 0.95), Goal));
        }

        return figures;
    }

    private static async Task<TimeSpan> AskAsync(BenchmarkSite site, HttpClient client, string address, int person)
    {
        using var request = site.Request(address, person);
        var watch = Stopwatch.StartNew();
        using var answer = await client.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        var elapsed = watch.Elapsed;
        // A redirect to the sign-in page would be quick as well.
        return answer.IsSuccessStatusCode && answer.RequestMessage!.RequestUri!.AbsolutePath.EndsWith("/partners", StringComparison.Ordinal)
            ? elapsed
            : throw new InvalidOperationException($"{address} answered {(int)answer.StatusCode}: {body[..Math.Min(200, body.Length)]}");
    }
}
