using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Matchmaking.Search.Lucene;

/// <summary>
/// The documents of a field's terms in one segment, kept as long as the segment lives: a ranking asks for dozens of terms, mostly for the
/// same ones, and decoding them is most of what a search would take. For one search: it is not for several threads.
/// </summary>
internal sealed class SegmentTerms(AtomicReader reader, string field)
{
    private readonly KeptTerms kept = KeptTerms.Of(reader, field);
    private TermsEnum? terms;
    private DocsEnum? postings;

    /// <summary>In how many documents, those of firms that were replaced since included.</summary>
    public int Count(string text) => Find(text).Count;

    /// <summary>Rising; those of firms that were replaced since included.</summary>
    public int[] Documents(string text)
    {
        var place = Find(text);
        if (place.State is null)
        {
            return [];
        }

        if (place.Documents is { } known)
        {
            return known;
        }

        terms ??= reader.GetTerms(field).GetEnumerator();
        terms.SeekExact(new BytesRef(text), place.State);
        postings = terms.Docs(liveDocs: null, postings, DocsFlags.NONE);
        var documents = new int[place.Count];
        for (var at = 0; at < documents.Length; at++)
        {
            documents[at] = postings.NextDoc();
        }

        kept.Keep(place, documents);
        return documents;
    }

    private Place Find(string text)
    {
        if (!kept.Places.TryGetValue(text, out var place))
        {
            terms ??= reader.GetTerms(field)?.GetEnumerator();
            place =
                terms is not null && terms.SeekExact(new BytesRef(text)) ? new Place(terms.GetTermState(), terms.DocFreq) : Place.Nowhere;
            kept.Keep(text, place);
        }

        return place;
    }

    private sealed class KeptTerms(int firms)
    {
        /// <summary>What is beyond is looked up anew.</summary>
        private const int MostTerms = 50_000;

        /// <summary>Documents kept of all terms together, for each firm: 4 bytes each. What is beyond is decoded anew.</summary>
        private const int DocumentsForEachFirm = 32;

        private static readonly ConditionalWeakTable<object, ConcurrentDictionary<string, KeptTerms>> Kept = [];

        private int count;
        private long documents;

        public ConcurrentDictionary<string, Place> Places { get; } = new(StringComparer.Ordinal);

        public static KeptTerms Of(AtomicReader reader, string field) =>
            Kept.GetOrCreateValue(reader.CoreCacheKey).GetOrAdd(field, static (_, size) => new KeptTerms(size), reader.MaxDoc);

        public void Keep(string text, Place place)
        {
            if (count < MostTerms && Places.TryAdd(text, place))
            {
                Interlocked.Increment(ref count);
            }
        }

        public void Keep(Place place, int[] found)
        {
            if (Interlocked.Read(ref documents) + found.Length <= (long)DocumentsForEachFirm * firms)
            {
                Interlocked.Add(ref documents, found.Length);
                place.Documents = found;
            }
        }
    }

    /// <param name="state">Null where the segment does not know the term.</param>
    private sealed class Place(TermState? state, int count)
    {
        private volatile int[]? documents;

        public static Place Nowhere { get; } = new(state: null, count: 0);

        public TermState? State => state;

        public int Count => count;

        /// <summary>Once they were asked for, and as long as there is room.</summary>
        public int[]? Documents
        {
            get => documents;
            set => documents = value;
        }
    }
}
