using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Matchmaking.Web.Hosting;

/// <summary>
/// Anybody may ask whether the site is ready, and database and search server are not asked each time for that: an answer counts for two seconds,
/// and who asks while it is looked up waits for the same. That the node is being stopped is said at once.
/// </summary>
internal sealed class KeptHealth(HealthCheckService inner) : HealthCheckService
{
    private static readonly TimeSpan CountsFor = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();
    private Task<(HealthReport Report, long At)>? last;

    /// <summary>Around the framework's own.</summary>
    public static void Add(IServiceCollection services)
    {
        var own = services.Single(service => service.ServiceType == typeof(HealthCheckService)).ImplementationType!;
        services.Replace(
            ServiceDescriptor.Singleton<HealthCheckService>(provider => new KeptHealth(
                (HealthCheckService)ActivatorUtilities.CreateInstance(provider, own)
            ))
        );
    }

    public override async Task<HealthReport> CheckHealthAsync(
        Func<HealthCheckRegistration, bool>? predicate,
        CancellationToken cancellationToken = default
    )
    {
        if (predicate is not null)
        {
            return await inner.CheckHealthAsync(predicate, cancellationToken);
        }

        var (kept, _) = await LatestAsync().WaitAsync(cancellationToken);
        var node = await inner.CheckHealthAsync(check => check.Name == Draining.Check, cancellationToken);
        return new HealthReport(kept.Entries.Concat(node.Entries).ToDictionary(), kept.TotalDuration);
    }

    private Task<(HealthReport Report, long At)> LatestAsync()
    {
        lock (gate)
        {
            return last = last switch
            {
                { IsCompleted: false } => last,
                { IsCompletedSuccessfully: true } when Stopwatch.GetElapsedTime(last.Result.At) < CountsFor => last,
                _ => AskAsync(),
            };
        }
    }

    /// <summary>Whoever asked first may go away; each check ends by its own patience.</summary>
    private async Task<(HealthReport Report, long At)> AskAsync()
    {
        await Task.Yield();
        var report = await inner.CheckHealthAsync(check => check.Name != Draining.Check, CancellationToken.None);
        return (report, Stopwatch.GetTimestamp());
    }
}
