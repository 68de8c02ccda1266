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
    private const double BufferMegabytes = 48;

    private readonly FSDirectory directory;
    private readonly IndexWriter writer;
    private readonly SearcherManager searchers;

    /// <summary>Versions of all firms, and of those that were taken out; what is written and not yet searchable included.</summary>
    private readonly Dictionary<Guid, (long Version, bool IsLive)> versions = [];

    private int liveCount;

    public Generation(string folder)
    {
        Folder = folder;
        directory = FSDirectory.Open(folder);
        var similarity = new WeightSimilarity();
        writer = new IndexWriter(
            directory,
            new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer())
            {
                Similarity = similarity,
                RAMBufferSizeMB = BufferMegabytes,
            }
        );
        searchers = new SearcherManager(writer, applyAllDeletes: true, new WithSimilarity(similarity));
        ReadFirms();
    }

    public string Folder { get; }

    /// <summary>Sees what search sees.</summary>
    public NearVectors Near { get; } = new();

    /// <summary>Firms that search can find after the last refresh.</summary>
    public int Searchable { get; private set; }

    public bool Knows(CompanyId id, long version) => versions.TryGetValue(id.Value, out var known) && known.Version >= version;

    public void Upsert(PartnerDocument document)
    {
        Write(document.Id, DocumentWriter.Of(document));
        Remember(document.Id.Value, document.Version, isLive: true);
        PutNear(document.Id, document.Profile);
    }

    public void Delete(CompanyId id, long version)
    {
        Write(id, DocumentWriter.Tombstone(id, version));
        Remember(id.Value, version, isLive: false);
        Near.Remove(id);
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
    public T Search<T>(Func<IndexSearcher, T> work)
    {
        var searcher = searchers.Acquire();
        try
        {
            return work(searcher);
        }
        finally
        {
            searchers.Release(searcher);
        }
    }

    public void Dispose()
    {
        searchers.Dispose();
        writer.Dispose(waitForMerges: false);
        directory.Dispose();
    }

    private void Write(CompanyId id, global::Lucene.Net.Documents.Document document)
    {
        if (versions.ContainsKey(id.Value))
        {
            writer.UpdateDocument(new Term(Fields.Id, id.ToString()), document);
        }
        else
        {
            writer.AddDocument(document);
        }
    }

    private void Remember(Guid id, long version, bool isLive)
    {
        liveCount += (isLive ? 1 : 0) - (versions.TryGetValue(id, out var before) && before.IsLive ? 1 : 0);
        versions[id] = (version, isLive);
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
        Searchable = Search(searcher =>
        {
            Near.Expected = searcher.IndexReader.NumDocs;
            var profiles = new StoredProfiles(searcher.IndexReader, keeps: false);
            foreach (var context in searcher.IndexReader.Leaves)
            {
                var reader = context.AtomicReader;
                var documentVersions = reader.GetNumericDocValues(Fields.Version);
                foreach (var (id, document) in SegmentFirms.Of(reader).Documents)
                {
                    if (reader.LiveDocs is null || reader.LiveDocs.Get(document))
                    {
                        var profile = profiles.Of(context.DocBase + document);
                        Remember(id, documentVersions.Get(document), profile is not null);
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

    private sealed class WithSimilarity(WeightSimilarity similarity) : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader)
        {
            // Whoever refreshes waits for it, and no search does.
            foreach (var context in reader.Leaves)
            {
                SegmentFirms.Of(context.AtomicReader);
            }

            return new IndexSearcher(reader) { Similarity = similarity };
        }
    }
}
