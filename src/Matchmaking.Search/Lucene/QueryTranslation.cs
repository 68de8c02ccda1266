using Lucene.Net.Index;
using Lucene.Net.Search;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Scoring;

namespace Matchmaking.Search.Lucene;

internal static class QueryTranslation
{
    public static Query ToQuery(PartnerQuery query)
    {
        var any = new BooleanQuery(disableCoord: true);
        Add(any, Fields.Offer, query.Wanted);
        Add(any, Fields.Need, query.Offered);
        if (query.WordsRequired == 0)
        {
            foreach (var word in query.Words)
            {
                any.Add(Anywhere(word), Occur.SHOULD);
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
            words.Add(Anywhere(word), Occur.SHOULD);
        }

        return any.Clauses.Count == 0 ? words : new BooleanQuery(disableCoord: true) { { words, Occur.MUST }, { any, Occur.MUST } };
    }

    private static void Add(BooleanQuery query, string field, IEnumerable<WeightedTerm> terms)
    {
        foreach (var term in terms)
        {
            query.Add(new TermQuery(new Term(field, term.Text)) { Boost = term.Weight }, Occur.SHOULD);
        }
    }

    private static DisjunctionMaxQuery Anywhere(WeightedTerm word)
    {
        var fields = new DisjunctionMaxQuery(tieBreakerMultiplier: 0);
        foreach (var field in new[] { Fields.Offer, Fields.Need, Fields.Name })
        {
            fields.Add(new TermQuery(new Term(field, word.Text)) { Boost = word.Weight });
        }

        return fields;
    }
}
