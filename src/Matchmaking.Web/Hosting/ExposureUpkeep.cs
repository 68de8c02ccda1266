using Matchmaking.Core.Matching.Exposure;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Outbox;

namespace Matchmaking.Web.Hosting;

/// <summary>Has it measured every few hours, on one node, which firms stand in too many lists; every node reads the answer.</summary>
internal sealed class ExposureUpkeep(
    IPartnerIndex index,
    IServiceScopeFactory scopes,
    WorkerLeases leases,
    ExposureShares shares,
    TimeProvider clock,
    ILogger<ExposureUpkeep> logger
) : BackgroundService
{
    /// <summary>Whoever has just started the site wants its pages first.</summary>
    private static readonly TimeSpan First = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Poll = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Every = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var started = clock.GetUtcNow();
        using var timer = new PeriodicTimer(Poll, clock);
        do
        {
            try
            {
                await RefreshAsync(stoppingToken);
                if (clock.GetUtcNow() - started >= First && await IsDueAsync(stoppingToken))
                {
                    await MeasureAsync(stoppingToken);
                }
            }
            catch (PartnerIndexUnavailableException)
            {
                // What was measured last stays until the index is back.
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError(exception, "Exposure could not be measured; next try in {Poll}.", Poll);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<bool> IsDueAsync(CancellationToken cancellationToken) =>
        !(clock.GetUtcNow().UtcDateTime - shares.MeasuredAt < Every)
        && await index.StateAsync(cancellationToken) == PartnerIndexState.Ready;

    private async Task MeasureAsync(CancellationToken cancellationToken)
    {
        await using var lease = await leases.TryAcquireAsync("exposure", cancellationToken);
        if (lease is null)
        {
            return;
        }

        // Another node may have had it until now.
        await RefreshAsync(cancellationToken);
        if (await IsDueAsync(cancellationToken))
        {
            using var working = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lease.Lost);
            await using var scope = scopes.CreateAsyncScope();
            var lowered = await scope.ServiceProvider.GetRequiredService<MeasureExposure>().ExecuteAsync(working.Token);
            logger.LogInformation("{Count} firms would stand in too many lists and are put a little back.", lowered);
        }
    }

    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RefreshExposure>().ExecuteAsync(cancellationToken);
    }
}
