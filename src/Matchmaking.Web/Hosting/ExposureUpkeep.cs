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
) : PeriodicWork("Measuring exposure", TimeSpan.FromMinutes(1), clock, logger)
{
    /// <summary>Whoever has just started the site wants its pages first.</summary>
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Every = TimeSpan.FromHours(6);

    private readonly DateTimeOffset started = clock.GetUtcNow();

    protected override async Task WorkAsync(CancellationToken stoppingToken)
    {
        try
        {
            await RefreshAsync(stoppingToken);
            if (Clock.GetUtcNow() - started >= Early && await IsDueAsync(stoppingToken))
            {
                await MeasureAsync(stoppingToken);
            }
        }
        catch (PartnerIndexUnavailableException)
        {
            // What was measured last stays until the index is back.
        }
    }

    private async Task<bool> IsDueAsync(CancellationToken cancellationToken) =>
        !(Clock.GetUtcNow().UtcDateTime - shares.MeasuredAt < Every)
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
