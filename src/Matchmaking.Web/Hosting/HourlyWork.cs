using Matchmaking.Core.Outbox;

namespace Matchmaking.Web.Hosting;

/// <summary>Housekeeping soon after the start and every hour, on one node at a time.</summary>
/// <param name="name">Of the lease.</param>
internal abstract class HourlyWork(string name, WorkerLeases leases, TimeProvider clock, ILogger logger)
    : PeriodicWork(name, TimeSpan.FromHours(1), clock, logger)
{
    /// <summary>Whoever has just started the site waits for its pages.</summary>
    protected override TimeSpan First => TimeSpan.FromSeconds(10);

    protected abstract Task WorkAloneAsync(CancellationToken stoppingToken);

    protected sealed override async Task WorkAsync(CancellationToken stoppingToken)
    {
        await using var lease = await leases.AcquireAsync(Name, stoppingToken);
        using var working = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lease.Lost);
        await WorkAloneAsync(working.Token);
    }
}
