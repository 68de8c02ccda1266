using Lucene.Net.Analysis.Core;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Matchmaking.Core.Common;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Scoring;
using Matchmaking.Search.Near;

namespace Matchmaking.Search.Lucene;

/// <summary>One index in one folder, with its writer and its searcher. The caller serialises writes.</summary>
internal sealed class Generation : IDisposable
{
    /// <summary>For all writers together: the less often they empty it, the fewer parts have to be put together again.</summary>
    private const double BufferMegabytes = 128;

    /// <summary>Changes that are worth a writer of their own.</summary>
    private const int ChangesForOneWriter = 16;

    private static readonly int MostWriters = Environment.ProcessorCount;

    private readonly FSDirectory directory;
    private readonly IndexWriter writer;
    private readonly DocumentWriter[] documents = [.. Enumerable.Range(0, MostWriters).Select(_ => new DocumentWriter())];
    private readonly SearcherManager searchers = null!;

    /// <summary>Versions of all firms, and of those that were taken out, since when; what is written and not yet searchable included.</summary>
    private readonly Dictionary<Guid, (long Version, DateTime? RemovedAt)> versions = [];

    private int liveCount;

    public Generation(string folder)
    {
        Folder = folder;
        directory = FSDirectory.Open(folder);
        writer = new IndexWriter(
            directory,
            new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer())
            {
                RAMBufferSizeMB = BufferMegabytes,
                MaxThreadStates = MostWriters,
            }
        );
        try
        {
            searchers = new SearcherManager(writer, applyAllDeletes: true, new WithFirms());
            ReadFirms();
        }
        catch
        {
            Abandon();
            throw;
        }
    }

    public string Folder { get; }

    /// <summary>Sees what search sees.</summary>
    public NearVectors Near { get; } = new();

    /// <summary>Firms that search can find after the last refresh.</summary>
    public int Searchable { get; private set; }

    /// <summary>Those that are newer than what is known, on all cores where they are many.</summary>
    public void Write(IEnumerable<PartnerChange> changes, DateTime now)
    {
        var newer = new List<(PartnerChange Change, bool Replaces)>();
        foreach (var change in changes)
        {
            if (!versions.TryGetValue(change.Id.Value, out var known) || known.Version < change.Version)
            {
                newer.Add((change, versions.ContainsKey(change.Id.Value)));
                Remember(change.Id.Value, change.Version, change.Document is null ? now : null);
            }
        }

        var writers = Math.Clamp(newer.Count / ChangesForOneWriter, 1, MostWriters);
        if (writers == 1)
        {
            WriteThose(newer, documents[0], now);
        }
        else
        {
            // The changes of one firm stay with one writer, in their order.
            var shares = newer.ToLookup(item => (int)((uint)item.Change.Id.GetHashCode() % (uint)writers));
            Parallel.For(0, writers, share => WriteThose(shares[share], documents[share], now));
        }

        newer.ForEach(item => PutNear(item.Change));
    }

    /// <returns>How many that were taken out before the time.</returns>
    public int ForgetRemoved(DateTime before)
    {
        var removed = versions.Where(firm => firm.Value.RemovedAt < before).Select(firm => firm.Key).ToList();
        foreach (var id in removed)
        {
            writer.DeleteDocuments(new Term(Fields.Id, CompanyId.From(id).ToString()));
            versions.Remove(id);
        }

        if (removed.Count > 0)
        {
            Commit();
        }

        return removed.Count;
    }

    /// <summary>Durable when it returns.</summary>
    public void Commit()
    {
        writer.Commit();
        searchers.MaybeRefreshBlocking();
        Near.Publish();
        Searchable = liveCount;
    }

    /// <exception cref="ObjectDisposedException">Another generation has taken its place.</exception>
    public T Search<T>(Func<IndexReader, T> work)
    {
        var searcher = searchers.Acquire();
        try
        {
            return work(searcher.IndexReader);
        }
        finally
        {
            searchers.Release(searcher);
        }
    }

    /// <summary>Closes it as it was after the last commit: what failed since then is not to be believed.</summary>
    public void Abandon()
    {
        searchers?.Dispose();
        try
        {
            writer.Rollback();
        }
        finally
        {
            directory.Dispose();
        }
    }

    public void Dispose()
    {
        searchers.Dispose();
        writer.Dispose(waitForMerges: false);
        directory.Dispose();
    }

    private void WriteThose(IEnumerable<(PartnerChange Change, bool Replaces)> changes, DocumentWriter into, DateTime now)
    {
        foreach (var (change, replaces) in changes)
        {
            var document = change.Document is { } firm ? into.Of(firm) : into.Tombstone(change.Id, change.Version, now);
            if (replaces)
            {
                writer.UpdateDocument(new Term(Fields.Id, change.Id.ToString()), document);
            }
            else
            {
                writer.AddDocument(document);
            }
        }
    }

    private void Remember(Guid id, long version, DateTime? removedAt)
    {
        var wasLive = versions.TryGetValue(id, out var before) && before.RemovedAt is null;
        liveCount += (removedAt is null ? 1 : 0) - (wasLive ? 1 : 0);
        versions[id] = (version, removedAt);
    }

    private void PutNear(PartnerChange change)
    {
        if (change.Document is { } document)
        {
            PutNear(change.Id, document.Profile);
        }
        else
        {
            Near.Remove(change.Id);
        }
    }

    private void PutNear(CompanyId id, MatchProfile profile) =>
        Near.Put(
            NearFirm.Of(id, profile),
            [
                .. profile
                    .Listings.Where(listing => listing.Meaning is not null)
                    .Select(listing => new NearVector(listing.Kind, listing.Meaning!)),
            ]
        );

    private void ReadFirms()
    {
        Searchable = Search(index =>
        {
            var profiles = new StoredProfiles(index, mostKept: 0);
            foreach (var context in index.Leaves)
            {
                var reader = context.AtomicReader;
                var documentVersions = reader.GetNumericDocValues(Fields.Version);
                var removals = reader.GetNumericDocValues(Fields.RemovedAt);
                foreach (var (id, document) in SegmentFirms.Of(reader).Documents)
                {
                    if (reader.LiveDocs is null || reader.LiveDocs.Get(document))
                    {
                        var profile = profiles.Of(context.DocBase + document);
                        DateTime? removedAt = profile is null ? new DateTime(removals?.Get(document) ?? 0, DateTimeKind.Utc) : null;
                        Remember(id, documentVersions.Get(document), removedAt);
                        if (profile is not null)
                        {
                            PutNear(CompanyId.From(id), profile);
                        }
                    }
                }
            }

            return liveCount;
        });
        Near.Publish();
    }

    private sealed class WithFirms : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader)
        {
            // Whoever refreshes waits for it, and no search does.
            foreach (var context in reader.Leaves)
            {
                SegmentFirms.Of(context.AtomicReader);
            }

            return new IndexSearcher(reader);
        }
    }
}
