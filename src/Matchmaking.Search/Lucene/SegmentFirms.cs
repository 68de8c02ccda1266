using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Matchmaking.Core.Matching.Scoring;

namespace Matchmaking.Search.Lucene;

/// <summary>Which document of a segment is which firm's, kept as long as the segment lives; deleted documents are left to the reader at hand.</summary>
internal sealed class SegmentFirms
{
    private static readonly ConditionalWeakTable<object, SegmentFirms> Kept = [];

    /// <summary>Profiles kept of one segment: reading one anew takes microseconds, keeping it some kilobytes.</summary>
    private const int MostKept = 16_384;

    private readonly Dictionary<Guid, int> documents = [];
    private int kept;

    private SegmentFirms(AtomicReader reader)
    {
        Ids = new Guid[reader.MaxDoc];
        var terms = reader.GetTerms(Fields.Id)?.GetEnumerator();
        DocsEnum? found = null;
        while (terms is not null && terms.MoveNext())
        {
            var id = Guid.Parse(terms.Term.Utf8ToString());
            found = terms.Docs(liveDocs: null, found, DocsFlags.NONE);
            while (found.NextDoc() is var document && document != DocIdSetIterator.NO_MORE_DOCS)
            {
                Ids[document] = id;
                // The last one replaced those before it.
                documents[id] = document;
            }
        }
    }

    /// <summary>By document.</summary>
    public Guid[] Ids { get; }

    public Dictionary<Guid, int> Documents => documents;

    /// <summary>By document: those that searches have read so far.</summary>
    public ConcurrentDictionary<int, MatchProfile> Profiles { get; } = [];

    public void Keep(int document, MatchProfile profile)
    {
        if (kept < MostKept && Profiles.TryAdd(document, profile))
        {
            Interlocked.Increment(ref kept);
        }
    }

    public static SegmentFirms Of(AtomicReader reader) => Kept.GetValue(reader.CoreCacheKey, _ => new SegmentFirms(reader));
}
