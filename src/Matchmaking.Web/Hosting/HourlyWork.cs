using Matchmaking.Core.Outbox;

namespace Matchmaking.Web.Hosting;

/// <summary>Housekeeping soon after the start and every hour, on one node at a time. What fails is tried again in the next hour.</summary>
internal abstract class HourlyWork(string name, WorkerLeases leases, TimeProvider clock, ILogger logger) : BackgroundService
{
    /// <summary>Whoever has just started the site waits for its pages.</summary>
    private static readonly TimeSpan First = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected TimeProvider Clock => clock;

    protected abstract Task WorkAsync(CancellationToken stoppingToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(First, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stoppingToken.ThrowIfCancellationRequested();
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await using var lease = await leases.AcquireAsync(name, stoppingToken);
                using var working = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lease.Lost);
                await WorkAsync(working.Token);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError(exception, "{Work} failed; next try in {Every}.", name, Every);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
