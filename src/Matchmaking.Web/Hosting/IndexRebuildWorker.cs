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
) : PeriodicWork("Building the search index", TimeSpan.FromSeconds(2), TimeProvider.System, logger)
{
    /// <summary>Rounds between two looks at the index itself, which may be on a server.</summary>
    private const int LooksApart = 5;

    private int round;

    protected override async Task WorkAsync(CancellationToken stoppingToken)
    {
        if (
            (round++ % LooksApart == 0 && await index.StateAsync(stoppingToken) == PartnerIndexState.NeedsRebuild)
            || await log.IsAskedAsync(stoppingToken)
        )
        {
            await RebuildAsync(stoppingToken);
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
