using System.Buffers;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Scoring;

namespace Matchmaking.Search.Lucene;

/// <summary>
/// Firms by the weights of the asked terms that they hold. A term counts what the query says it counts, once, wherever it stands: the same
/// sum in every engine. Lucene's own scorers decode every list anew and call for each document; here arrays are added up.
/// </summary>
internal static class TermSums
{
    /// <returns>Best first, of equals those that were written first.</returns>
    public static List<(int Document, float Score)> Best(IndexReader reader, PartnerQuery query, int limit)
    {
        var best = new PriorityQueue<int, (float Sum, int Earlier)>(limit + 1);
        foreach (var context in reader.Leaves)
        {
            Collect(context, query, best, limit);
        }

        var found = new List<(int Document, float Score)>(best.Count);
        while (best.TryDequeue(out var document, out var priority))
        {
            found.Add((document, priority.Sum));
        }

        found.Reverse();
        return found;
    }

    private static void Collect(
        AtomicReaderContext context,
        PartnerQuery query,
        PriorityQueue<int, (float Sum, int Earlier)> best,
        int limit
    )
    {
        var reader = context.AtomicReader;
        var rented = ArrayPool<float>.Shared.Rent(reader.MaxDoc);
        try
        {
            var sums = rented.AsSpan(0, reader.MaxDoc);
            sums.Clear();
            Add(new SegmentTerms(reader, Fields.Offer), query.Wanted, sums);
            Add(new SegmentTerms(reader, Fields.Need), query.Offered, sums);
            var asksTerms = query.Wanted.Count + query.Offered.Count > 0;
            if (query.Words.Count > 0)
            {
                Join(sums, WordSums.Of(reader, query), asksTerms);
            }

            var everybody = !asksTerms && query.Words.Count == 0;
            Choose(sums, least: everybody ? -1 : 0, FirmBits.Passing(context, query.Filter), context, best, limit);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(rented);
        }
    }

    private static void Add(SegmentTerms terms, IReadOnlyList<WeightedTerm> asked, Span<float> sums)
    {
        foreach (var term in asked)
        {
            foreach (var document in terms.Documents(term.Text))
            {
                sums[document] += term.Weight;
            }
        }
    }

    /// <summary>Where words are required, whoever holds too few of them, or none of the terms, is left with nothing.</summary>
    private static void Join(Span<float> sums, WordSums words, bool asksTerms)
    {
        for (var document = 0; document < sums.Length; document++)
        {
            var counts = words.Required == 0 || (words.Suffice(document) && (!asksTerms || sums[document] > 0));
            sums[document] = counts ? sums[document] + words.Sums[document] : 0;
        }
    }

    private static void Choose(
        ReadOnlySpan<float> sums,
        float least,
        FixedBitSet passing,
        AtomicReaderContext context,
        PriorityQueue<int, (float Sum, int Earlier)> best,
        int limit
    )
    {
        var live = context.AtomicReader.LiveDocs;
        if (best.Count == limit && best.TryPeek(out _, out var before))
        {
            least = before.Sum;
        }

        for (var document = 0; document < sums.Length; document++)
        {
            if (sums[document] <= least || !passing.Get(document) || (live is not null && !live.Get(document)))
            {
                continue;
            }

            var place = context.DocBase + document;
            best.Enqueue(place, (sums[document], -place));
            if (best.Count > limit)
            {
                best.Dequeue();
            }

            if (best.Count == limit && best.TryPeek(out _, out var last))
            {
                least = last.Sum;
            }
        }
    }
}
