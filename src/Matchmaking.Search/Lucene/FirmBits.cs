using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Matchmaking.Core.Matching.Indexing;

namespace Matchmaking.Search.Lucene;

/// <summary>The hard conditions of a query as one set of bits a segment; the bits of single values are kept as long as the segment lives.</summary>
internal static class FirmBits
{
    private static readonly ConditionalWeakTable<object, ConcurrentDictionary<(string Field, string Value), FixedBitSet>> Kept = [];

    /// <summary>Firms that were replaced since are left to the reader at hand.</summary>
    public static FixedBitSet Passing(AtomicReaderContext context, PartnerFilter conditions)
    {
        var reader = context.AtomicReader;
        var bits = (FixedBitSet)BitsOf(reader, Fields.Live, "1").Clone();
        if (conditions.Country is { } country)
        {
            bits.And(BitsOf(reader, Fields.Country, country.ToString()));
        }

        Restrict(bits, reader, Fields.Sector, conditions.Sectors);
        Restrict(bits, reader, Fields.Region, conditions.Regions);
        Restrict(bits, reader, Fields.Chapter, conditions.Chapters);
        Restrict(bits, reader, Fields.Mode, [.. conditions.Modes.Select(mode => mode.ToString())]);
        if (conditions.VerifiedAt is { } now)
        {
            bits.And(Verified(context, now));
        }

        return bits;
    }

    private static void Restrict(FixedBitSet bits, AtomicReader reader, string field, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        var any = (FixedBitSet)BitsOf(reader, field, values[0]).Clone();
        foreach (var value in values.Skip(1))
        {
            any.Or(BitsOf(reader, field, value));
        }

        bits.And(any);
    }

    private static FixedBitSet Verified(AtomicReaderContext context, DateTime now)
    {
        var bits = new FixedBitSet(context.AtomicReader.MaxDoc);
        var range = NumericRangeFilter.NewInt64Range(
            Fields.VerifiedUntil,
            now.Ticks + 1,
            max: null,
            minInclusive: true,
            maxInclusive: true
        );
        if (range.GetDocIdSet(context, acceptDocs: null)?.GetIterator() is { } iterator)
        {
            bits.Or(iterator);
        }

        return bits;
    }

    private static FixedBitSet BitsOf(AtomicReader reader, string field, string value) =>
        Kept.GetValue(reader.CoreCacheKey, static _ => new ConcurrentDictionary<(string, string), FixedBitSet>())
            .GetOrAdd((field, value), key => Read(reader, key.Field, key.Value));

    private static FixedBitSet Read(AtomicReader reader, string field, string value)
    {
        var bits = new FixedBitSet(reader.MaxDoc);
        // Deleted documents are left to the reader at hand: the bits outlive it.
        if (reader.GetTermDocsEnum(new Term(field, value)) is { } found)
        {
            while (found.NextDoc() is var document && document != DocIdSetIterator.NO_MORE_DOCS)
            {
                bits.Set(document);
            }
        }

        return bits;
    }
}
