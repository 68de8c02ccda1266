using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Matchmaking.Search.Lucene;

/// <summary>
/// Where terms stand in each segment, kept as long as the segment lives: a ranking asks for hundreds of terms, and mostly for the same
/// ones. For one search: it is not for several threads.
/// </summary>
internal sealed class TermLookup(IndexSearcher searcher)
{
    private readonly IndexReaderContext top = searcher.TopReaderContext;
    private readonly Dictionary<string, SegmentTerms[]> fields = [];

    /// <summary>For a query, which then looks up nothing more.</summary>
    public TermContext Of(string field, string text)
    {
        var context = new TermContext(top);
        var segments = In(field);
        for (var segment = 0; segment < segments.Length; segment++)
        {
            if (segments[segment].Find(text) is { State: { } state } place)
            {
                context.Register(state, segment, place.Firms, totalTermFreq: -1);
            }
        }

        return context;
    }

    /// <summary>In how many firms' offers or needs, whichever is more.</summary>
    public int Firms(string text) => Math.Max(Firms(Fields.Offer, text), Firms(Fields.Need, text));

    private int Firms(string field, string text)
    {
        var firms = 0;
        foreach (var segment in In(field))
        {
            firms += segment.Find(text).Firms;
        }

        return firms;
    }

    private SegmentTerms[] In(string field)
    {
        if (!fields.TryGetValue(field, out var segments))
        {
            fields[field] = segments = [.. top.Leaves.Select(leaf => new SegmentTerms(leaf.AtomicReader, field))];
        }

        return segments;
    }

    private sealed class SegmentTerms(AtomicReader reader, string field)
    {
        private readonly KeptTerms kept = KeptTerms.Of(reader, field);
        private TermsEnum? terms;

        public Place Find(string text)
        {
            if (!kept.Places.TryGetValue(text, out var place))
            {
                terms ??= reader.GetTerms(field)?.GetEnumerator();
                place = terms is not null && terms.SeekExact(new BytesRef(text)) ? new Place(terms.GetTermState(), terms.DocFreq) : default;
                kept.Keep(text, place);
            }

            return place;
        }
    }

    private sealed class KeptTerms
    {
        /// <summary>What is beyond is looked up anew.</summary>
        private const int Most = 50_000;

        private static readonly ConditionalWeakTable<object, ConcurrentDictionary<string, KeptTerms>> Kept = [];

        private int count;

        public ConcurrentDictionary<string, Place> Places { get; } = new(StringComparer.Ordinal);

        public static KeptTerms Of(AtomicReader reader, string field) =>
            Kept.GetOrCreateValue(reader.CoreCacheKey).GetOrAdd(field, static _ => new KeptTerms());

        public void Keep(string text, Place place)
        {
            if (count < Most && Places.TryAdd(text, place))
            {
                Interlocked.Increment(ref count);
            }
        }
    }

    /// <param name="State">Null where the segment does not know the term.</param>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Place(TermState? State, int Firms);
}
