using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Matchmaking.Core.Common;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Scoring;
using Matchmaking.Search.Near;

namespace Matchmaking.Search.Lucene;

/// <summary>One query: who shares its terms, and who is near its vectors.</summary>
internal static class PartnerSearch
{
    private const int IdBytes = 16;

    public static PartnerHits Find(IndexSearcher searcher, NearVectors near, PartnerQuery query)
    {
        var hits = new List<PartnerHit>();
        // Without any term everybody would be found.
        var asksTerms = query.Wanted.Count + query.Offered.Count + query.Words.Count > 0;
        var asksVectors = query.WantedVectors.Count + query.OfferedVectors.Count > 0;
        var total = asksTerms || !asksVectors ? AddByTerms(searcher, query, hits) : 0;
        if (asksVectors)
        {
            AddNeighbours(searcher, near, query, hits);
        }

        return new PartnerHits(Math.Max(total, hits.Count), hits);
    }

    /// <summary>The firm and its profile; null for a document of a firm that was taken out.</summary>
    public static (CompanyId Id, MatchProfile Profile)? Read(BinaryDocValues profiles, int document, BytesRef payload)
    {
        profiles.Get(document, payload);
        return payload.Length == 0
            ? null
            : (
                CompanyId.From(new Guid(payload.Bytes.AsSpan(payload.Offset, IdBytes))),
                MatchProfileCodec.Read(payload.Bytes, payload.Offset + IdBytes, payload.Length - IdBytes)
            );
    }

    private static int AddByTerms(IndexSearcher searcher, PartnerQuery query, List<PartnerHit> hits)
    {
        var filtered = new FilteredQuery(QueryTranslation.ToQuery(query), new FirmFilter(query.Filter), FirmFilter.ByBits.Strategy);
        // One more than asked for: the firm that asks may be among them.
        var top = searcher.Search(filtered, query.Limit + 1);
        var total = top.TotalHits;
        var payload = new BytesRef();
        foreach (var found in top.ScoreDocs)
        {
            var context = searcher.IndexReader.Leaves[ReaderUtil.SubIndex(found.Doc, searcher.IndexReader.Leaves)];
            var profiles = context.AtomicReader.GetBinaryDocValues(Fields.Profile);
            if (Read(profiles, found.Doc - context.DocBase, payload) is not { } firm || firm.Id == query.Except)
            {
                total--;
            }
            else if (hits.Count < query.Limit)
            {
                hits.Add(new PartnerHit(firm.Id, found.Score, firm.Profile));
            }
        }

        return total;
    }

    private static void AddNeighbours(IndexSearcher searcher, NearVectors near, PartnerQuery query, List<PartnerHit> hits)
    {
        NearVector[] wanted =
        [
            .. query.WantedVectors.Select(vector => new NearVector(ListingKind.Offer, vector)),
            .. query.OfferedVectors.Select(vector => new NearVector(ListingKind.Need, vector)),
        ];
        var passes = NearFirm.Passing(query.Filter, query.Except);
        if (query.WordsRequired > 0)
        {
            var saying = Saying(searcher, query);
            var others = passes;
            passes = firm => saying.Contains(firm.Id.Value) && (others is null || others(firm));
        }

        var payload = new BytesRef();
        var known = hits.Select(hit => hit.Id).ToHashSet();
        foreach (var neighbour in near.Search(wanted, passes, query.Limit).Select(hit => hit.Firm.Id).Where(known.Add))
        {
            if (Read(searcher, neighbour, payload) is { } profile)
            {
                hits.Add(new PartnerHit(neighbour, Score: 0, profile));
            }
        }
    }

    /// <summary>Firms that hold the words that are required.</summary>
    private static HashSet<Guid> Saying(IndexSearcher searcher, PartnerQuery query)
    {
        var words = new QueryWrapperFilter(QueryTranslation.ToQuery(query with { Wanted = [], Offered = [] }));
        var ids = new HashSet<Guid>();
        foreach (var context in searcher.IndexReader.Leaves)
        {
            var firms = SegmentFirms.Of(context.AtomicReader).Ids;
            var found = words.GetDocIdSet(context, context.AtomicReader.LiveDocs)?.GetIterator();
            while (found?.NextDoc() is { } document && document != DocIdSetIterator.NO_MORE_DOCS)
            {
                ids.Add(firms[document]);
            }
        }

        return ids;
    }

    private static MatchProfile? Read(IndexSearcher searcher, CompanyId id, BytesRef payload)
    {
        foreach (var context in searcher.IndexReader.Leaves)
        {
            var reader = context.AtomicReader;
            if (
                SegmentFirms.Of(reader).Documents.TryGetValue(id.Value, out var document)
                && (reader.LiveDocs is null || reader.LiveDocs.Get(document))
                && reader.GetBinaryDocValues(Fields.Profile) is { } profiles
            )
            {
                return Read(profiles, document, payload)?.Profile;
            }
        }

        return null;
    }
}
