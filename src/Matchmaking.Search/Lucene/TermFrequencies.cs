using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;

namespace Matchmaking.Search.Lucene;

/// <summary>
/// In how many firms' offers or needs, whichever are more, each term stands: kept until the index changes, since a ranking asks for
/// hundreds of terms, each in every segment, and mostly for the same ones. For all threads.
/// </summary>
internal sealed class TermFrequencies
{
    /// <summary>Of some hundred bytes each. What is beyond is added up anew.</summary>
    private const int MostKept = 50_000;

    private static readonly ConditionalWeakTable<IndexReader, TermFrequencies> OfReaders = [];

    private readonly ConcurrentDictionary<string, int> kept = new(StringComparer.Ordinal);
    private int count;

    /// <summary>Terms that stand nowhere are left out.</summary>
    public static Dictionary<string, int> Of(IndexReader index, IReadOnlyCollection<string> terms)
    {
        var known = OfReaders.GetValue(index, static _ => new TermFrequencies());
        var frequencies = new Dictionary<string, int>(terms.Count, StringComparer.Ordinal);
        SegmentTerms[]? offers = null;
        SegmentTerms[]? needs = null;
        foreach (var term in terms)
        {
            if (!known.kept.TryGetValue(term, out var frequency))
            {
                frequency = Math.Max(Count(offers ??= In(index, Fields.Offer), term), Count(needs ??= In(index, Fields.Need), term));
                known.Keep(term, frequency);
            }

            if (frequency > 0)
            {
                frequencies[term] = frequency;
            }
        }

        return frequencies;
    }

    private static SegmentTerms[] In(IndexReader index, string field) =>
        [.. index.Leaves.Select(leaf => new SegmentTerms(leaf.AtomicReader, field))];

    private static int Count(SegmentTerms[] segments, string term)
    {
        var documents = 0;
        foreach (var segment in segments)
        {
            documents += segment.Count(term);
        }

        return documents;
    }

    private void Keep(string term, int frequency)
    {
        if (count < MostKept && kept.TryAdd(term, frequency))
        {
            Interlocked.Increment(ref count);
        }
    }
}
