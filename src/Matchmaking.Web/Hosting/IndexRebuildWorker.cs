using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Indexing.Rebuilds;

namespace Matchmaking.Web.Hosting;

/// <summary>
/// Builds the index while the site answers: where it is missing or of another schema, where somebody asked for it on the page of the search
/// index, and where a node ended in the middle.
/// </summary>
internal sealed class IndexRebuildWorker(
    IPartnerIndex index,
    IndexRebuildLog log,
    IServiceScopeFactory scopes,
    ILogger<IndexRebuildWorker> logger
) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    /// <summary>Polls between two looks at the index itself, which may be on a server.</summary>
    private const int LooksApart = 5;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var look = 0; !stoppingToken.IsCancellationRequested; look++)
        {
            var wait = Poll;
            try
            {
                if (
                    (look % LooksApart == 0 && await index.StateAsync(stoppingToken) == PartnerIndexState.NeedsRebuild)
                    || await log.IsAskedAsync(stoppingToken)
                )
                {
                    await RebuildAsync(stoppingToken);
                }
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError(exception, "The search index could not be built; next try in {Pause}.", Pause);
                wait = Pause;
            }

            await Task.Delay(wait, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RebuildAsync(CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var rebuilt = await scope.ServiceProvider.GetRequiredService<RunIndexRebuild>().ExecuteAsync(progress: null, stoppingToken);
        foreach (var change in rebuilt?.Refused ?? [])
        {
            logger.LogError("The search index refused the firm {Firm}: {Reason}", change.Id, change.Reason);
        }
    }
}
