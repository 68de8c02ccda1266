using Matchmaking.Core.Outbox;

namespace Matchmaking.Web.Hosting;

/// <summary>Housekeeping at the start and every hour, on one node at a time. What fails is tried again in the next hour.</summary>
internal abstract class HourlyWork(string name, WorkerLeases leases, TimeProvider clock, ILogger logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected TimeProvider Clock => clock;

    protected abstract Task WorkAsync(CancellationToken stoppingToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await using var lease = await leases.TryAcquireAsync(name, stoppingToken);
                if (lease is not null)
                {
                    await WorkAsync(stoppingToken);
                }
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError(exception, "{Work} failed; next try in {Every}.", name, Every);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
