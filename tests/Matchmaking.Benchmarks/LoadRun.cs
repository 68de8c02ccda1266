using System.Collections.Concurrent;
using System.Diagnostics;

namespace Matchmaking.Benchmarks;

/// <summary>Users who ask one after the other without a pause, all at once.</summary>
/// <param name="Times">Of the requests that got their page.</param>
/// <param name="Errors">Other answers, redirects to the sign-in page among them.</param>
internal sealed record LoadRun(IReadOnlyCollection<TimeSpan> Times, int Errors, TimeSpan Elapsed)
{
    public double PerSecond => Times.Count / Elapsed.TotalSeconds;

    /// <param name="visit">The requests of a visit by its number; visits are counted over all users.</param>
    public static async Task<LoadRun> MeasureAsync(
        HttpClient client,
        int users,
        TimeSpan length,
        Func<int, IEnumerable<HttpRequestMessage>> visit
    )
    {
        var times = new ConcurrentQueue<TimeSpan>();
        var (visits, errors) = (-1, 0);
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, users).Select(_ => Task.Run(UseAsync)));
        return new LoadRun(times, errors, watch.Elapsed);

        async Task UseAsync()
        {
            while (watch.Elapsed < length)
            {
                foreach (var request in visit(Interlocked.Increment(ref visits)))
                {
                    var started = Stopwatch.GetTimestamp();
                    if (await SucceedsAsync(client, request))
                    {
                        times.Enqueue(Stopwatch.GetElapsedTime(started));
                    }
                    else
                    {
                        Interlocked.Increment(ref errors);
                    }
                }
            }
        }
    }

    private static async Task<bool> SucceedsAsync(HttpClient client, HttpRequestMessage request)
    {
        try
        {
            using (request)
            using (var answer = await client.SendAsync(request))
            {
                await answer.Content.CopyToAsync(Stream.Null);
                return (int)answer.StatusCode == 200;
            }
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}

/// <summary>Keeps the cookie that the site renews every minute, as a browser does; with the first one it would be renewed at each request.</summary>
internal sealed class RenewedCookies(BenchmarkSite site)
    : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        if (answer.Headers.TryGetValues("Set-Cookie", out var cookies))
        {
            site.Renew(request, cookies);
        }

        return answer;
    }
}
