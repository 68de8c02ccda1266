using Matchmaking.Core.Matching.Indexing;

namespace Matchmaking.Web.Hosting;

/// <summary>Opens the index when the site starts, and builds it while the site already answers where it is missing or of another schema; waits for a server that is away.</summary>
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
                switch (await index.StateAsync(stoppingToken))
                {
                    case PartnerIndexState.Ready:
                        return;
                    case PartnerIndexState.NeedsRebuild when await RebuildAsync(stoppingToken):
                        continue;
                    default:
                        // The server is away, or another node is at it.
                        break;
                }
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError(exception, "The search index could not be built; next try in {Pause}.", Pause);
            }

            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <returns>False while another node rebuilds.</returns>
    private async Task<bool> RebuildAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var rebuilt = await scope.ServiceProvider.GetRequiredService<RebuildPartnerIndex>().ExecuteAsync(progress: null, cancellationToken);
        foreach (var change in rebuilt?.Refused ?? [])
        {
            logger.LogError("The search index refused the firm {Firm}: {Reason}", change.Id, change.Reason);
        }

        return rebuilt is not null;
    }
}
