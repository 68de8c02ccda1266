using System.Globalization;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Matchmaking.Core.Common;
using Matchmaking.Core.Matching.Indexing;

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
        ReadVersions();
    }

    public string Folder { get; }

    /// <summary>Firms that search can find after the last refresh.</summary>
    public int Searchable { get; private set; }

    public bool Knows(CompanyId id, long version) => versions.TryGetValue(id.Value, out var known) && known.Version >= version;

    public void Upsert(PartnerDocument document)
    {
        Write(document.Id, DocumentWriter.Of(document));
        Remember(document.Id.Value, document.Version, isLive: true);
    }

    public void Delete(CompanyId id, long version)
    {
        Write(id, DocumentWriter.Tombstone(id, version));
        Remember(id.Value, version, isLive: false);
    }

    /// <summary>Durable when it returns.</summary>
    public void Commit()
    {
        writer.Commit();
        searchers.MaybeRefreshBlocking();
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

    private void ReadVersions() =>
        Searchable = Search(searcher =>
        {
            foreach (var context in searcher.IndexReader.Leaves)
            {
                var reader = context.AtomicReader;
                var documentVersions = reader.GetNumericDocValues(Fields.Version);
                // Null where a segment holds nothing but firms that were taken out.
                var live = reader.GetDocsWithField(Fields.Profile);
                for (var document = 0; document < reader.MaxDoc; document++)
                {
                    if (reader.LiveDocs is null || reader.LiveDocs.Get(document))
                    {
                        Remember(
                            Guid.Parse(reader.Document(document).GetField(Fields.Id).GetStringValue(CultureInfo.InvariantCulture)),
                            documentVersions.Get(document),
                            live?.Get(document) == true
                        );
                    }
                }
            }

            return liveCount;
        });

    private sealed class WithSimilarity(WeightSimilarity similarity) : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader) => new(reader) { Similarity = similarity };
    }
}
