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
    public static IReadOnlyList<PartnerHit> Find(IndexReader reader, NearVectors near, PartnerQuery query)
    {
        // Without any term everybody would be found.
        var asksTerms = query.Wanted.Count + query.Offered.Count + query.Words.Count > 0;
        var asksVectors = query.WantedVectors.Count + query.OfferedVectors.Count > 0;
        // One more than asked for: the firm that asks may be among them.
        var sharing = asksTerms || !asksVectors ? TermSums.Best(reader, query, query.Limit + 1) : [];
        var neighbours = asksVectors ? Neighbours(reader, near, query) : [];
        var firms = new StoredProfiles(reader);
        var found = Others(firms, sharing, query);
        AddNeighbours(firms, neighbours, query, found);
        return Read(reader, firms, found);
    }

    private static List<(int Document, float Score)> Others(
        StoredProfiles firms,
        List<(int Document, float Score)> sharing,
        PartnerQuery query
    )
    {
        sharing.RemoveAll(hit => firms.IdOf(hit.Document) == query.Except);
        return sharing.Count > query.Limit ? sharing[..query.Limit] : sharing;
    }

    /// <summary>Those that share no term, or too few of them.</summary>
    private static void AddNeighbours(
        StoredProfiles firms,
        IReadOnlyList<NearHit> neighbours,
        PartnerQuery query,
        List<(int Document, float Score)> found
    )
    {
        var known = found.Select(hit => firms.IdOf(hit.Document)).ToHashSet();
        if (query.Except is { } asking)
        {
            known.Add(asking);
        }

        foreach (var hit in neighbours)
        {
            if (known.Add(hit.Firm.Id) && firms.DocumentOf(hit.Firm.Id) is { } document)
            {
                found.Add((document, 0));
            }
        }
    }

    /// <summary>Profiles that were not kept have to be decoded, which is most of the time that a search in a large market takes.</summary>
    private static List<PartnerHit> Read(IndexReader reader, StoredProfiles ids, List<(int Document, float Score)> found)
    {
        var profiles = new MatchProfile?[found.Count];
        Ranges.ForEach(
            found.Count,
            range =>
            {
                var firms = new StoredProfiles(reader);
                for (var place = range.Start; place < range.End; place++)
                {
                    profiles[place] = firms.Of(found[place].Document);
                }
            }
        );
        var hits = new List<PartnerHit>(found.Count);
        for (var place = 0; place < found.Count; place++)
        {
            if (profiles[place] is { } profile)
            {
                hits.Add(new PartnerHit(ids.IdOf(found[place].Document), found[place].Score, profile));
            }
        }

        return hits;
    }

    private static IReadOnlyList<NearHit> Neighbours(IndexReader reader, NearVectors near, PartnerQuery query)
    {
        NearVector[] wanted =
        [
            .. query.WantedVectors.Select(vector => new NearVector(ListingKind.Offer, vector)),
            .. query.OfferedVectors.Select(vector => new NearVector(ListingKind.Need, vector)),
        ];
        var passes = NearFirm.Passing(query.Filter);
        if (query.WordsRequired > 0)
        {
            var saying = Saying(reader, query);
            var others = passes;
            passes = firm => saying.Contains(firm.Id.Value) && (others is null || others(firm));
        }

        return near.Search(new NearQuery(wanted, query.BothWays, query.Filter.Country, passes, query.NeighbourLimit ?? query.Limit));
    }

    /// <summary>Firms that hold the words that are required.</summary>
    private static HashSet<Guid> Saying(IndexReader reader, PartnerQuery query)
    {
        var ids = new HashSet<Guid>();
        foreach (var context in reader.Leaves)
        {
            var firms = SegmentFirms.Of(context.AtomicReader).Ids;
            var words = WordSums.Of(context.AtomicReader, query);
            var live = context.AtomicReader.LiveDocs;
            for (var document = 0; document < firms.Length; document++)
            {
                if (words.Suffice(document) && (live is null || live.Get(document)))
                {
                    ids.Add(firms[document]);
                }
            }
        }

        return ids;
    }
}
