using System.Diagnostics;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Matchmaking.Benchmarks;

/// <summary>From the commit of a firm's new name to the first search, over HTTP, that finds it.</summary>
internal static class FreshnessBenchmark
{
    private const int Changes = 60;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    public static async Task<IReadOnlyList<Figure>> RunAsync(BenchmarkSite site)
    {
        using var client = site.CreateClient();
        var times = new List<TimeSpan>();
        for (var change = 0; change < Changes; change++)
        {
            var name = $"Renamed{change}qx";
            await RenameAsync(site, change, name);
            var watch = Stopwatch.StartNew();
            while (!await IsFoundAsync(client, name))
            {
                await Task.Delay(Pause);
            }

            times.Add(watch.Elapsed);
        }

        return
        [
            new TimeFigure("commit to searchable, median", Report.Percentile(times, 0.5)),
            new TimeFigure("commit to searchable, p95", Report.Percentile(times, 0.95), TimeSpan.FromSeconds(2)),
        ];
    }

    private static async Task RenameAsync(BenchmarkSite site, int change, string name)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var firm = await db.Companies.OrderBy(company => company.Id).Skip(change * 7).FirstAsync();
        var names = firm.Profile.Names with { En = name };
        firm.Edit(firm.Profile with { Names = names }, firm.Contact, DateTime.UtcNow);
        await scope.ServiceProvider.GetRequiredService<SaveIndexedChange>().ExecuteAsync(firm.Id, CancellationToken.None);
    }

    private static async Task<bool> IsFoundAsync(HttpClient client, string name)
    {
        using var answer = await client.GetAsync(new Uri($"/api/search?q={name}", UriKind.Relative));
        return (await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync()).Contains($"\"{name}\"", StringComparison.Ordinal);
    }
}
