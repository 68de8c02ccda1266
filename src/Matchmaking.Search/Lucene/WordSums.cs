using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Scoring;

namespace Matchmaking.Search.Lucene;

/// <summary>The words of a query in one segment, each looked for in offers, needs and names alike and counted once.</summary>
internal sealed class WordSums
{
    private static readonly string[] Anywhere = [Fields.Offer, Fields.Need, Fields.Name];

    private readonly int[] counts;

    private WordSums(int documents, int required)
    {
        (Sums, counts) = (new float[documents], new int[documents]);
        Required = required;
    }

    /// <summary>Weights of the words that a document holds.</summary>
    public float[] Sums { get; }

    /// <summary>How many of the words a firm has to hold.</summary>
    public int Required { get; }

    public static WordSums Of(AtomicReader reader, PartnerQuery query)
    {
        var words = new WordSums(reader.MaxDoc, Math.Min(query.WordsRequired, query.Words.Count));
        var fields = Array.ConvertAll(Anywhere, field => new SegmentTerms(reader, field));
        foreach (var word in query.Words)
        {
            words.Add(word, fields);
        }

        return words;
    }

    public bool Suffice(int document) => counts[document] >= Required;

    private void Add(WeightedTerm word, SegmentTerms[] fields)
    {
        var holding = new FixedBitSet(counts.Length);
        foreach (var document in fields.SelectMany(field => field.Documents(word.Text)))
        {
            holding.Set(document);
        }

        var holders = holding.GetIterator();
        while (holders.NextDoc() is var document && document != DocIdSetIterator.NO_MORE_DOCS)
        {
            counts[document]++;
            Sums[document] += word.Weight;
        }
    }
}
