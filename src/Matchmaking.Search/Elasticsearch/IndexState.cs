using Matchmaking.Core.Matching.Indexing;

namespace Matchmaking.Search.Elasticsearch;

/// <summary>Whether search can be used. Every page asks, so that an answer holds for a moment.</summary>
internal sealed class IndexState(GenerationCatalog catalog, TimeProvider clock)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(1);

    /// <summary>Asking a server that is silent takes seconds, for which not every page is to wait.</summary>
    private static readonly TimeSpan AwayLasts = TimeSpan.FromSeconds(5);

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
            return generations.Any(catalog.IsSearched) ? PartnerIndexState.Ready : PartnerIndexState.NeedsRebuild;
        }
        catch (PartnerIndexUnavailableException)
        {
            return PartnerIndexState.Unavailable;
        }
    }

    private sealed record Answer(PartnerIndexState State, long At);
}
