using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Matchmaking.Core.Matching.Scoring;

namespace Matchmaking.Search.Lucene;

/// <summary>Which document of a segment is which firm's, kept as long as the segment lives; deleted documents are left to the reader at hand.</summary>
internal sealed class SegmentFirms
{
    private static readonly ConditionalWeakTable<object, SegmentFirms> OfSegments = [];

    private readonly Dictionary<Guid, int> documents = [];
    private readonly MatchProfile?[] profiles;
    private int kept;

    private SegmentFirms(AtomicReader reader)
    {
        Ids = new Guid[reader.MaxDoc];
        profiles = new MatchProfile?[reader.MaxDoc];
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

    /// <summary>Null for a document that no search has read so far, or for which there was no room.</summary>
    public MatchProfile? Kept(int document) => Volatile.Read(ref profiles[document]);

    /// <param name="room">For so many profiles of this segment.</param>
    public void Keep(int document, MatchProfile profile, long room)
    {
        if (kept < room && Interlocked.CompareExchange(ref profiles[document], profile, null) is null)
        {
            Interlocked.Increment(ref kept);
        }
    }

    public static SegmentFirms Of(AtomicReader reader) => OfSegments.GetValue(reader.CoreCacheKey, _ => new SegmentFirms(reader));
}
