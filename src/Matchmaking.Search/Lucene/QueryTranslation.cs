using Lucene.Net.Index;
using Lucene.Net.Search;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Scoring;

namespace Matchmaking.Search.Lucene;

internal static class QueryTranslation
{
    public static Query ToQuery(PartnerQuery query, TermLookup lookup)
    {
        var any = new BooleanQuery(disableCoord: true);
        Add(any, Fields.Offer, query.Wanted, lookup);
        Add(any, Fields.Need, query.Offered, lookup);
        if (query.WordsRequired == 0)
        {
            foreach (var word in query.Words)
            {
                any.Add(Anywhere(word, lookup), Occur.SHOULD);
            }
        }

        Query matching = any.Clauses.Count == 0 ? new MatchAllDocsQuery() : any;
        if (query.WordsRequired == 0)
        {
            return matching;
        }

        var words = new BooleanQuery(disableCoord: true) { MinimumNumberShouldMatch = Math.Min(query.WordsRequired, query.Words.Count) };
        foreach (var word in query.Words)
        {
            words.Add(Anywhere(word, lookup), Occur.SHOULD);
        }

        return any.Clauses.Count == 0 ? words : new BooleanQuery(disableCoord: true) { { words, Occur.MUST }, { any, Occur.MUST } };
    }

    private static void Add(BooleanQuery query, string field, IEnumerable<WeightedTerm> terms, TermLookup lookup)
    {
        foreach (var term in terms)
        {
            query.Add(Says(field, term, lookup), Occur.SHOULD);
        }
    }

    private static DisjunctionMaxQuery Anywhere(WeightedTerm word, TermLookup lookup)
    {
        var fields = new DisjunctionMaxQuery(tieBreakerMultiplier: 0);
        foreach (var field in new[] { Fields.Offer, Fields.Need, Fields.Name })
        {
            fields.Add(Says(field, word, lookup));
        }

        return fields;
    }

    private static TermQuery Says(string field, WeightedTerm term, TermLookup lookup) =>
        new(new Term(field, term.Text), lookup.Of(field, term.Text)) { Boost = term.Weight };
}
