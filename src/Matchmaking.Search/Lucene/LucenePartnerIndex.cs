using Lucene.Net.Index;
using Matchmaking.Core.Language;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Scoring;
using Matchmaking.Search.Near;
using Microsoft.Extensions.Logging;
using TermStatistics = Matchmaking.Core.Matching.Indexing.TermStatistics;

namespace Matchmaking.Search.Lucene;

/// <summary>The index of one node, in its own folder; opened at the first use.</summary>
internal sealed partial class LucenePartnerIndex : IPartnerIndex, IDisposable
{
    private readonly TimeProvider clock;
    private readonly ILogger<LucenePartnerIndex> logger;
    private readonly Lazy<IndexFolder> folder;
    private readonly Lock writing = new();
    private volatile Generation? searched;
    private Generation? built;
    private PartnerIndexState state;

    /// <param name="meanings">The version of the vectors; asked for when the index is opened.</param>
    public LucenePartnerIndex(string root, Func<string> meanings, TimeProvider clock, ILogger<LucenePartnerIndex> logger)
    {
        this.clock = clock;
        this.logger = logger;
        // What another encoder or another lexicon made is not to be compared.
        folder = new Lazy<IndexFolder>(() => new IndexFolder(root, $"{MatchProfileCodec.Schema} {meanings()}"));
    }

    public Task<PartnerIndexState> StateAsync(CancellationToken cancellationToken)
    {
        _ = Searched();
        return Task.FromResult(state);
    }

    public Task<IReadOnlyList<PartnerHit>> SearchAsync(PartnerQuery query, CancellationToken cancellationToken) =>
        Task.FromResult(Search((reader, near) => PartnerSearch.Find(reader, near, query)));

    public Task<TermStatistics> StatisticsAsync(IReadOnlyCollection<string> terms, CancellationToken cancellationToken) =>
        Task.FromResult(Search((reader, _) => new TermStatistics(Searched().Searchable, TermFrequencies.Of(reader, terms))));

    public Task<IReadOnlyList<RefusedChange>> WriteAsync(IReadOnlyCollection<PartnerChange> changes, CancellationToken cancellationToken)
    {
        lock (writing)
        {
            var current = Searched();
            try
            {
                current.Write(changes, Now());
                current.Commit();
            }
            catch
            {
                // It would take what it has lost for written; what the disk holds is read again.
                searched = null;
                current.Abandon();
                throw;
            }

            if (built is { } next)
            {
                try
                {
                    // Not durable before all of it is.
                    next.Write(changes, Now());
                }
                catch
                {
                    Drop();
                    throw;
                }
            }
        }

        return Task.FromResult<IReadOnlyList<RefusedChange>>([]);
    }

    public async Task<IReadOnlyList<RefusedChange>> RebuildAsync(
        IAsyncEnumerable<IReadOnlyList<PartnerDocument>> documents,
        CancellationToken cancellationToken
    )
    {
        Begin();
        try
        {
            await foreach (var chunk in documents.WithCancellation(cancellationToken))
            {
                lock (writing)
                {
                    Built().Write(chunk.Select(PartnerChange.Of), Now());
                }
            }

            Commit();
        }
        finally
        {
            Drop();
        }

        return [];
    }

    public Task<IReadOnlyList<PartnerGeneration>> GenerationsAsync(CancellationToken cancellationToken)
    {
        lock (writing)
        {
            var current = Searched();
            Generation?[] all = [built, current];
            return Task.FromResult<IReadOnlyList<PartnerGeneration>>([
                .. all.OfType<Generation>()
                    .Select(generation =>
                        folder.Value.Describe(
                            generation.Folder,
                            generation == built ? PartnerGenerationState.Building : PartnerGenerationState.Searched,
                            generation.Searchable
                        )
                    ),
            ]);
        }
    }

    /// <summary>What was replaced is dropped at once: nobody but this process reads it.</summary>
    public Task DropOldGenerationsAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<int> ForgetRemovedAsync(DateTime before, CancellationToken cancellationToken)
    {
        lock (writing)
        {
            return Task.FromResult(Searched().ForgetRemoved(before));
        }
    }

    public void Dispose()
    {
        lock (writing)
        {
            built?.Dispose();
            searched?.Dispose();
            if (folder.IsValueCreated)
            {
                folder.Value.Dispose();
            }
        }
    }

    private void Begin()
    {
        lock (writing)
        {
            var current = Searched();
            folder.Value.DropOthers(current.Folder);
            built = new Generation(folder.Value.NewGeneration());
        }
    }

    private void Commit()
    {
        lock (writing)
        {
            var next = Built();
            next.Commit();
            folder.Value.Point(next.Folder);
            var replaced = Searched();
            searched = next;
            built = null;
            state = PartnerIndexState.Ready;
            replaced.Dispose();
            folder.Value.DropOthers(next.Folder);
            LogSwapped(next.Searchable);
        }
    }

    /// <summary>Where a rebuild has not come to its end.</summary>
    private void Drop()
    {
        lock (writing)
        {
            if (built is not null)
            {
                built.Abandon();
                built = null;
                folder.Value.DropOthers(Searched().Folder);
            }
        }
    }

    private DateTime Now() => clock.GetUtcNow().UtcDateTime;

    private Generation Built() => built ?? throw new InvalidOperationException("Another rebuild has taken this one's place.");

    private T Search<T>(Func<IndexReader, NearVectors, T> work)
    {
        while (true)
        {
            var generation = Searched();
            try
            {
                return generation.Search(reader => work(reader, generation.Near));
            }
            catch (ObjectDisposedException) when (generation != searched)
            {
                // Replaced in this very moment: the new one answers.
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "A new search index of {Firms} firms is in place.")]
    private partial void LogSwapped(int firms);
}
