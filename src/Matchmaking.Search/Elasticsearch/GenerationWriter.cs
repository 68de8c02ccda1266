using Matchmaking.Core.Common;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Search.Elasticsearch.Server;

namespace Matchmaking.Search.Elasticsearch;

/// <summary>
/// Writes changes into every index that is written into, and builds new ones.
/// <para>
/// No change is missed by a rebuild: whoever writes has read the firm from the database before it looks which write aliases there are. If it
/// does not see the new one, the rebuild, which reads the database only after it has made the alias, finds what the writer has read. If it
/// does, it writes there too, and the version settles which is newer. An index that leaves between the look and the write refuses the items,
/// since its alias is gone, and the writer looks again.
/// </para>
/// </summary>
internal sealed class GenerationWriter(GenerationCatalog catalog, IndexSchema schema, BulkWriter bulk, TimeProvider clock)
{
    private const int Looks = 4;

    private readonly DocumentWriter documents = new(schema);

    public async Task<IReadOnlyList<RefusedChange>> WriteAsync(
        IReadOnlyCollection<PartnerChange> changes,
        CancellationToken cancellationToken
    )
    {
        for (var look = 1; look <= Looks; look++)
        {
            var refused = new List<RefusedChange>();
            var isComplete = true;
            foreach (var target in await TargetsAsync(cancellationToken))
            {
                var outcome = await WriteAsync(changes, target, cancellationToken);
                refused.AddRange(Refused(outcome));
                isComplete &= !outcome.HasNoIndex;
                if (!outcome.HasNoIndex)
                {
                    // The one that is built too: in the next moment it may be the one that is searched.
                    await catalog.RefreshAsync(target.Name, cancellationToken);
                }
            }

            if (isComplete)
            {
                return [.. refused.DistinctBy(change => change.Id)];
            }
        }

        throw new PartnerIndexUnavailableException("The indices on the search server change faster than they can be written into.");
    }

    public async Task<IReadOnlyList<RefusedChange>> RebuildAsync(
        IAsyncEnumerable<IReadOnlyList<PartnerDocument>> firms,
        CancellationToken cancellationToken
    )
    {
        var unfinished = (await catalog.ReadAsync(cancellationToken)).Where(IsBuilding);
        await catalog.DropAsync(unfinished, cancellationToken);
        var next = await catalog.CreateAsync(cancellationToken);
        var refused = new List<RefusedChange>();
        try
        {
            await foreach (var chunk in firms.WithCancellation(cancellationToken))
            {
                var outcome = await WriteAsync([.. chunk.Select(PartnerChange.Of)], next, cancellationToken);
                refused.AddRange(Refused(outcome));
                if (outcome.HasNoIndex)
                {
                    throw new PartnerIndexUnavailableException("The index that was being built has been deleted on the search server.");
                }
            }

            await catalog.RefreshAsync(next.Name, cancellationToken);
            await catalog.SwapAsync(next, cancellationToken);
            return refused;
        }
        catch (Exception exception)
        {
            // The answer to the swap may be what was lost: then the new index is the one that is searched, and all is well.
            if (exception is PartnerIndexUnavailableException && await HasTakenOverAsync(next))
            {
                return refused;
            }

            await DropUnfinishedAsync(next);
            throw;
        }
    }

    private static bool IsBuilding(IndexGeneration generation) => generation.State == PartnerGenerationState.Building;

    private static IEnumerable<RefusedChange> Refused(BulkOutcome outcome) =>
        outcome.Refused.Select(item => new RefusedChange(CompanyId.From(Guid.Parse(item.Id)), item.Reason));

    private Task<BulkOutcome> WriteAsync(
        IReadOnlyCollection<PartnerChange> changes,
        IndexGeneration target,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return bulk.WriteAsync([.. changes.Select(change => documents.Write(change, target.WriteAlias!, now))], cancellationToken);
    }

    /// <summary>
    /// None where there is no index yet: the rebuild that makes it reads the database later. While another version of the product builds one
    /// or writes into its own, the work is left to it.
    /// </summary>
    private async Task<IReadOnlyList<IndexGeneration>> TargetsAsync(CancellationToken cancellationToken)
    {
        var all = await catalog.ReadAsync(cancellationToken);
        var own = all.Where(generation => generation.WriteAlias is not null && generation.IsOf(schema)).ToList();
        var isOfOthers =
            all.Any(generation => IsBuilding(generation) && !generation.IsOf(schema))
            || (own.Count == 0 && all.Any(generation => generation.State == PartnerGenerationState.Searched));
        return isOfOthers
            ? throw new PartnerIndexUnavailableException(
                "The index is of another version of the product; it is to be rebuilt, or this node updated."
            )
            : own;
    }

    private async Task<bool> HasTakenOverAsync(IndexGeneration generation)
    {
        try
        {
            return (await catalog.ReadAsync(CancellationToken.None)).Any(known =>
                known.Name == generation.Name && catalog.IsSearched(known)
            );
        }
        catch (PartnerIndexUnavailableException)
        {
            return false;
        }
    }

    /// <summary>Only what the server says is still unfinished.</summary>
    private async Task DropUnfinishedAsync(IndexGeneration generation)
    {
        try
        {
            var known = await catalog.ReadAsync(CancellationToken.None);
            await catalog.DropAsync(known.Where(item => item.Name == generation.Name && IsBuilding(item)), CancellationToken.None);
        }
        catch (PartnerIndexUnavailableException)
        {
            // The next rebuild drops it.
        }
    }
}
