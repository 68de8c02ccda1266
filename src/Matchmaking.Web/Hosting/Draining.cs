using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Matchmaking.Web.Hosting;

/// <summary>
/// Ends a node without an error for anybody: it says at once that it is not ready, serves for a while whatever still comes, and only then
/// stops listening; what runs by then, requests and the present batch of the outbox, has the rest of the time.
/// </summary>
internal sealed class Draining(IConfiguration configuration, IHostEnvironment environment, TimeProvider clock)
    : IHostedLifecycleService,
        IHealthCheck
{
    /// <summary>Its name among the checks.</summary>
    public const string Check = "node";

    /// <summary>All of it, below the 30 s after which the usual supervisors kill.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(25);

    private const string Key = "Shutdown:DrainSeconds";
    private const double Usual = 5;
    private const double Most = 15;

    private readonly TimeSpan drain = Read(configuration, environment);
    private volatile bool stopping;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(stopping ? HealthCheckResult.Unhealthy("The node is being stopped.") : HealthCheckResult.Healthy());

    /// <summary>Comes before anything is stopped.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        stopping = true;
        await Task.Delay(drain, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>No proxy stands before a node that is no production, and whoever stops it waits.</summary>
    private static TimeSpan Read(IConfiguration configuration, IHostEnvironment environment) =>
        (configuration.GetValue<double?>(Key) ?? (environment.IsProduction() ? Usual : 0)) is var seconds and >= 0 and <= Most
            ? TimeSpan.FromSeconds(seconds)
            : throw new InvalidOperationException($"{Key} is '{configuration[Key]}'; expected 0 to {Most} seconds.");
}
