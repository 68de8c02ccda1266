using Matchmaking.Core.Matching.Indexing;

namespace Matchmaking.Search.Elasticsearch;

/// <summary>Whether search can be used. Every page asks, so that an answer holds for a moment.</summary>
internal sealed class IndexState(GenerationCatalog catalog, IndexSchema schema, TimeProvider clock)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(1);

    /// <summary>Asking a server that is silent takes seconds, for which not every page is to wait.</summary>
    private static readonly TimeSpan AwayLasts = TimeSpan.FromSeconds(5);

    /// <summary>
    /// For which a node leaves an index alone that another version of the product built while it ran: the nodes of an upgrade must not take
    /// it from each other in turn.
    /// </summary>
    private static readonly TimeSpan Upgrade = TimeSpan.FromHours(1);

    private readonly DateTime started = clock.GetUtcNow().UtcDateTime;
    private volatile Answer? last;

    public async Task<PartnerIndexState> ReadAsync(CancellationToken cancellationToken)
    {
        if (last is { } known && clock.GetElapsedTime(known.At) < (known.State == PartnerIndexState.Unavailable ? AwayLasts : Lasts))
        {
            return known.State;
        }

        var state = await AskAsync(cancellationToken);
        last = new Answer(state, clock.GetTimestamp());
        return state;
    }

    /// <summary>After this node has changed it.</summary>
    public void Forget() => last = null;

    private async Task<PartnerIndexState> AskAsync(CancellationToken cancellationToken)
    {
        try
        {
            var generations = await catalog.ReadAsync(cancellationToken);
            var searched = generations.Where(generation => generation.IsSearched).ToList();
            return searched.Any(generation => generation.IsOf(schema)) ? PartnerIndexState.Ready
                : searched.Any(HasJustTakenOver) ? PartnerIndexState.Unavailable
                : PartnerIndexState.NeedsRebuild;
        }
        catch (PartnerIndexUnavailableException)
        {
            return PartnerIndexState.Unavailable;
        }
    }

    private bool HasJustTakenOver(IndexGeneration other) =>
        other.CreatedAt > started && clock.GetUtcNow().UtcDateTime - other.CreatedAt < Upgrade;

    private sealed record Answer(PartnerIndexState State, long At);
}
