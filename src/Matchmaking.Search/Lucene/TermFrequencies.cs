using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;

namespace Matchmaking.Search.Lucene;

/// <summary>In how many firms a term stands, kept as long as the reader lives: a ranking asks for hundreds of terms, and mostly for the same ones.</summary>
internal sealed class TermFrequencies
{
    /// <summary>More than a market's vocabulary; beyond it nothing more is kept.</summary>
    private const int Most = 500_000;

    private static readonly ConditionalWeakTable<IndexReader, TermFrequencies> Kept = [];

    private readonly ConcurrentDictionary<string, int> known = new(StringComparer.Ordinal);
    private readonly IndexReader reader;
    private int count;

    private TermFrequencies(IndexReader reader) => this.reader = reader;

    public static TermFrequencies Of(IndexReader reader) => Kept.GetValue(reader, static reader => new TermFrequencies(reader));

    /// <summary>In offers or in needs, whichever is more.</summary>
    public int this[string term]
    {
        get
        {
            if (!known.TryGetValue(term, out var frequency))
            {
                frequency = Math.Max(reader.DocFreq(new Term(Fields.Offer, term)), reader.DocFreq(new Term(Fields.Need, term)));
                if (count < Most && known.TryAdd(term, frequency))
                {
                    Interlocked.Increment(ref count);
                }
            }

            return frequency;
        }
    }
}
