using Matchmaking.Core.Matching.Indexing;

namespace Matchmaking.Search.Elasticsearch;

/// <summary>What the index needs from time to time.</summary>
internal sealed class IndexUpkeep(GenerationCatalog catalog, IndexSchema schema, RemovedFirms removed, TimeProvider clock)
{
    /// <summary>A generation that was replaced, for an operator who has to look back.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    public async Task DropOldAsync(CancellationToken cancellationToken)
    {
        var all = await catalog.ReadAsync(cancellationToken);
        var newest = all.FirstOrDefault(generation => generation.State == PartnerGenerationState.Searched);
        // The others were replaced about when it was made.
        var isSettled = newest is not null && clock.GetUtcNow().UtcDateTime - newest.CreatedAt > Kept;
        await catalog.DropAsync(
            all.Where(generation =>
                generation.State == PartnerGenerationState.Building
                || (isSettled && generation != newest && !catalog.IsSearched(generation))
            ),
            cancellationToken
        );
    }

    /// <returns>How many.</returns>
    public async Task<int> ForgetRemovedAsync(DateTime before, CancellationToken cancellationToken)
    {
        var forgotten = 0;
        foreach (var generation in (await catalog.ReadAsync(cancellationToken)).Where(generation => generation.IsOf(schema)))
        {
            forgotten += await removed.ForgetAsync(generation, before, cancellationToken);
            if (catalog.IsSearched(generation))
            {
                await catalog.RefreshAsync(generation.Name, cancellationToken);
            }
        }

        return forgotten;
    }
}
