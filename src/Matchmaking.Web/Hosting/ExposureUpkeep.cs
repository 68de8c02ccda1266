using Matchmaking.Core.Matching.Exposure;
using Matchmaking.Core.Matching.Indexing;

namespace Matchmaking.Web.Hosting;

/// <summary>Measures every few hours which firms stand in too many lists; on each node for itself, since it is kept in memory.</summary>
internal sealed class ExposureUpkeep(IPartnerIndex index, IServiceScopeFactory scopes, TimeProvider clock, ILogger<ExposureUpkeep> logger)
    : BackgroundService
{
    /// <summary>Whoever has just started the site wants its pages first.</summary>
    private static readonly TimeSpan First = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Every = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var wait = First;
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(wait, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                if (stoppingToken.IsCancellationRequested || await index.StateAsync(stoppingToken) != PartnerIndexState.Ready)
                {
                    continue;
                }

                await using var scope = scopes.CreateAsyncScope();
                var lowered = await scope.ServiceProvider.GetRequiredService<MeasureExposure>().ExecuteAsync(stoppingToken);
                logger.LogInformation("{Count} firms would stand in too many lists and are put a little back.", lowered);
                wait = Every;
            }
            catch (PartnerIndexUnavailableException)
            {
                // What was measured last stays until the index is back.
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError(exception, "Exposure could not be measured; next try in {Wait}.", wait);
            }
        }
    }
}
