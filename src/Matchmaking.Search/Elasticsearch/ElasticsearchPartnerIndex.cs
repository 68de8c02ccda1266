using Matchmaking.Core.Matching.Indexing;

namespace Matchmaking.Search.Elasticsearch;

/// <summary>The index on a search server, which several nodes share.</summary>
internal sealed class ElasticsearchPartnerIndex(
    GenerationCatalog catalog,
    IndexState state,
    GenerationWriter writer,
    PartnerSearch search,
    TermCounts counts,
    IndexUpkeep upkeep
) : IPartnerIndex
{
    public Task<PartnerIndexState> StateAsync(CancellationToken cancellationToken) => state.ReadAsync(cancellationToken);

    public Task<IReadOnlyList<PartnerHit>> SearchAsync(PartnerQuery query, CancellationToken cancellationToken) =>
        search.FindAsync(query, cancellationToken);

    public Task<TermStatistics> StatisticsAsync(IReadOnlyCollection<string> terms, CancellationToken cancellationToken) =>
        counts.ReadAsync(terms, cancellationToken);

    public Task<IReadOnlyList<RefusedChange>> WriteAsync(IReadOnlyCollection<PartnerChange> changes, CancellationToken cancellationToken) =>
        writer.WriteAsync(changes, cancellationToken);

    public async Task<IReadOnlyList<RefusedChange>> RebuildAsync(
        IAsyncEnumerable<IReadOnlyList<PartnerDocument>> documents,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await writer.RebuildAsync(documents, cancellationToken);
        }
        finally
        {
            state.Forget();
        }
    }

    public Task<IReadOnlyList<PartnerGeneration>> GenerationsAsync(CancellationToken cancellationToken) =>
        catalog.DescribeAsync(cancellationToken);

    public Task DropOldGenerationsAsync(CancellationToken cancellationToken) => upkeep.DropOldAsync(cancellationToken);

    public Task<int> ForgetRemovedAsync(DateTime before, CancellationToken cancellationToken) =>
        upkeep.ForgetRemovedAsync(before, cancellationToken);
}
