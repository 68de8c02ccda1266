using Matchmaking.Core.Outbox;

namespace Matchmaking.Web.Hosting.Observability;

/// <summary>Has the outbox measured a few times a minute, where somebody takes the figures.</summary>
internal sealed class OutboxSampling(MeasureOutbox measure, IHostApplicationLifetime lifetime, ILogger<OutboxSampling> logger)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Until then the database may lack its tables.
        using var started = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lifetime.ApplicationStarted);
        await Task.Delay(Timeout.InfiniteTimeSpan, started.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stoppingToken.ThrowIfCancellationRequested();
        using var timer = new PeriodicTimer(Every);
        do
        {
            try
            {
                await measure.ExecuteAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError(exception, "The outbox could not be measured; next try in {Every}.", Every);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
