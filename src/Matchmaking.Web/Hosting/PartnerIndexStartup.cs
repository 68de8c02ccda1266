using Matchmaking.Core.Matching.Indexing;

namespace Matchmaking.Web.Hosting;

/// <summary>Opens the index when the site starts, and builds it while the site already answers where it is missing or of another schema.</summary>
internal sealed class PartnerIndexStartup(IPartnerIndex index, IServiceScopeFactory scopes, ILogger<PartnerIndexStartup> logger)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (index.State == PartnerIndexState.Ready)
                {
                    return;
                }

                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<RebuildPartnerIndex>().ExecuteAsync(progress: null, stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError(exception, "The search index could not be built; next try in {Pause}.", Pause);
                await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
