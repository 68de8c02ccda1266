using Lucene.Net.Index;
using Lucene.Net.Search;
using Matchmaking.Core.Common;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Scoring;
using Matchmaking.Search.Near;

namespace Matchmaking.Search.Lucene;

/// <summary>One query: who shares its terms, and who is near its vectors.</summary>
internal static class PartnerSearch
{
    /// <summary>Listings.</summary>
    private const int LargeMarket = 10_000;

    public static PartnerHits Find(IndexSearcher searcher, NearVectors near, PartnerQuery query)
    {
        var hits = new List<PartnerHit>(2 * query.Limit);
        var profiles = new StoredProfiles(searcher.IndexReader);
        // Without any term everybody would be found.
        var asksTerms = query.Wanted.Count + query.Offered.Count + query.Words.Count > 0;
        var asksVectors = query.WantedVectors.Count + query.OfferedVectors.Count > 0;
        var total = 0;
        IReadOnlyList<NearHit> neighbours = [];
        void ByTerms() => total = asksTerms || !asksVectors ? AddByTerms(searcher, profiles, query, hits) : 0;
        void ByMeaning() => neighbours = asksVectors ? Neighbours(searcher, near, query) : [];
        if (asksTerms && asksVectors && near.Count > LargeMarket)
        {
            // Each of the two takes long enough to be worth a core of its own.
            Parallel.Invoke(ByTerms, ByMeaning);
        }
        else
        {
            ByTerms();
            ByMeaning();
        }

        AddNeighbours(searcher.IndexReader, neighbours, query, hits);
        return new PartnerHits(Math.Max(total, hits.Count), hits);
    }

    private static int AddByTerms(IndexSearcher searcher, StoredProfiles profiles, PartnerQuery query, List<PartnerHit> hits)
    {
        var filtered = new FilteredQuery(QueryTranslation.ToQuery(query), new FirmFilter(query.Filter), FirmFilter.ByBits.Strategy);
        // One more than asked for: the firm that asks may be among them.
        var top = searcher.Search(filtered, query.Limit + 1);
        var total = top.TotalHits;
        foreach (var found in top.ScoreDocs)
        {
            if (profiles.Of(found.Doc) is not { } firm || firm.Id == query.Except)
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

    private static IReadOnlyList<NearHit> Neighbours(IndexSearcher searcher, NearVectors near, PartnerQuery query)
    {
        NearVector[] wanted =
        [
            .. query.WantedVectors.Select(vector => new NearVector(ListingKind.Offer, vector)),
            .. query.OfferedVectors.Select(vector => new NearVector(ListingKind.Need, vector)),
        ];
        var passes = NearFirm.Passing(query.Filter);
        if (query.WordsRequired > 0)
        {
            var saying = Saying(searcher, query);
            var others = passes;
            passes = firm => saying.Contains(firm.Id.Value) && (others is null || others(firm));
        }

        return near.Search(new NearQuery(wanted, query.BothWays, query.Filter.Country, passes, query.NeighbourLimit ?? query.Limit));
    }

    private static void AddNeighbours(IndexReader reader, IReadOnlyList<NearHit> neighbours, PartnerQuery query, List<PartnerHit> hits)
    {
        var known = hits.Select(hit => hit.Id).ToHashSet();
        if (query.Except is { } asking)
        {
            known.Add(asking);
        }

        var ids = neighbours.Select(hit => hit.Firm.Id).Where(known.Add).ToArray();
        var found = new MatchProfile?[ids.Length];
        // Those that were not kept have to be decoded, which is most of the time that a search in a large market takes.
        Ranges.ForEach(
            ids.Length,
            range =>
            {
                var profiles = new StoredProfiles(reader);
                for (var place = range.Start; place < range.End; place++)
                {
                    found[place] = profiles.Of(ids[place]);
                }
            }
        );
        hits.AddRange(
            ids.Zip(found).Where(pair => pair.Second is not null).Select(pair => new PartnerHit(pair.First, Score: 0, pair.Second!))
        );
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
}
