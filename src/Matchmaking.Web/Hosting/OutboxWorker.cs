using Matchmaking.Core.Outbox;

namespace Matchmaking.Web.Hosting;

/// <summary>Runs the dispatcher as long as the site runs: woken by a commit, and by a short poll for what other nodes wrote.</summary>
internal sealed class OutboxWorker(OutboxDispatcher dispatcher, OutboxSignal signal, TimeProvider clock, ILogger<OutboxWorker> logger)
    : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PruneEvery = TimeSpan.FromHours(1);

    private readonly Dictionary<string, Task> running = [];
    private DateTimeOffset pruned = DateTimeOffset.MinValue;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await GuardAsync(() => StartDueAsync(stoppingToken), stoppingToken);
            await signal.WaitAsync(Poll, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await Task.WhenAll(running.Values);
    }

    private async Task StartDueAsync(CancellationToken stoppingToken)
    {
        foreach (var handler in await dispatcher.DueHandlersAsync(stoppingToken))
        {
            if (!running.TryGetValue(handler, out var work) || work.IsCompleted)
            {
                running[handler] = GuardAsync(() => dispatcher.DispatchAsync(handler, stoppingToken), stoppingToken);
            }
        }

        if (clock.GetUtcNow() - pruned > PruneEvery)
        {
            await dispatcher.PruneAsync(stoppingToken);
            pruned = clock.GetUtcNow();
        }
    }

    /// <summary>A database that does not answer now may do so at the next poll: nothing ends the worker but the site's own stop.</summary>
    private async Task GuardAsync(Func<Task> work, CancellationToken stoppingToken)
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The site stops; what was not finished is repeated after the next start.
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "The outbox could not be worked off; next try in {Poll}.", Poll);
        }
    }
}
