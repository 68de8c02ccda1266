using Lucene.Net.Search;
using Matchmaking.Core.Common;
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
    private readonly ILogger<LucenePartnerIndex> logger;
    private readonly Lazy<IndexFolder> folder;
    private readonly Lock writing = new();
    private volatile Generation? searched;
    private Generation? built;
    private PartnerIndexState state;

    static LucenePartnerIndex() => BooleanQuery.MaxClauseCount = 8192;

    /// <param name="meanings">The version of the vectors; asked for when the index is opened.</param>
    public LucenePartnerIndex(string root, Func<string> meanings, ILogger<LucenePartnerIndex> logger)
    {
        this.logger = logger;
        // What another encoder or another lexicon made is not to be compared.
        folder = new Lazy<IndexFolder>(() => new IndexFolder(root, $"{MatchProfileCodec.Schema} {meanings()}"));
    }

    public PartnerIndexState State
    {
        get
        {
            _ = Searched();
            return state;
        }
    }

    public Task<PartnerHits> SearchAsync(PartnerQuery query, CancellationToken cancellationToken) =>
        Task.FromResult(Search((searcher, near) => PartnerSearch.Find(searcher, near, query)));

    public Task<TermStatistics> StatisticsAsync(IReadOnlyCollection<string> terms, CancellationToken cancellationToken) =>
        Task.FromResult(Search((searcher, _) => Count(searcher, terms)));

    public Task UpsertAsync(PartnerDocument document, CancellationToken cancellationToken) =>
        WriteAsync(document.Id, document.Version, generation => generation.Upsert(document));

    public Task DeleteAsync(CompanyId id, long version, CancellationToken cancellationToken) =>
        WriteAsync(id, version, generation => generation.Delete(id, version));

    public Task FlushAsync(CancellationToken cancellationToken)
    {
        lock (writing)
        {
            Searched().Commit();
            built?.Commit();
        }

        return Task.CompletedTask;
    }

    public Task BeginGenerationAsync(CancellationToken cancellationToken)
    {
        lock (writing)
        {
            var current = Searched();
            built?.Dispose();
            built = null;
            folder.Value.DropOthers(current.Folder);
            built = new Generation(folder.Value.NewGeneration());
        }

        return Task.CompletedTask;
    }

    public Task CommitGenerationAsync(CancellationToken cancellationToken)
    {
        lock (writing)
        {
            var next = built ?? throw new InvalidOperationException("No generation was begun.");
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

        return Task.CompletedTask;
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

    private TermStatistics Count(IndexSearcher searcher, IReadOnlyCollection<string> terms)
    {
        var known = new TermLookup(searcher);
        var frequencies = new Dictionary<string, int>(terms.Count, StringComparer.Ordinal);
        foreach (var term in terms)
        {
            if (known.Firms(term) is > 0 and var frequency)
            {
                frequencies[term] = frequency;
            }
        }

        return new TermStatistics(Searched().Searchable, frequencies);
    }

    private Task WriteAsync(CompanyId id, long version, Action<Generation> write)
    {
        lock (writing)
        {
            Generation?[] generations = [Searched(), built];
            foreach (var generation in generations)
            {
                if (generation is not null && !generation.Knows(id, version))
                {
                    write(generation);
                }
            }
        }

        return Task.CompletedTask;
    }

    private T Search<T>(Func<IndexSearcher, NearVectors, T> work)
    {
        while (true)
        {
            var generation = Searched();
            try
            {
                return generation.Search(searcher => work(searcher, generation.Near));
            }
            catch (ObjectDisposedException) when (generation != searched)
            {
                // Replaced in this very moment: the new one answers.
            }
        }
    }

    private Generation Searched()
    {
        if (searched is { } open)
        {
            return open;
        }

        lock (writing)
        {
            return searched ??= Open();
        }
    }

    private Generation Open()
    {
        var current = folder.Value.Current();
        state = current is null ? PartnerIndexState.NeedsRebuild : PartnerIndexState.Ready;
        var generation = new Generation(current ?? folder.Value.NewGeneration());
        folder.Value.DropOthers(generation.Folder);
        LogOpened(generation.Folder, generation.Searchable, state);
        return generation;
    }

    [LoggerMessage(LogLevel.Information, "The search index {Folder} is open: {Firms} firms, {State}.")]
    private partial void LogOpened(string folder, int firms, PartnerIndexState state);

    [LoggerMessage(LogLevel.Information, "A new search index of {Firms} firms is in place.")]
    private partial void LogSwapped(int firms);
}
