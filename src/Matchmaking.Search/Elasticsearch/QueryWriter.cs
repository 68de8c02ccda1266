using System.Text.Json;
using Matchmaking.Core.Language;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Scoring;

namespace Matchmaking.Search.Elasticsearch;

/// <summary>Translates a query into what the server's core knows: terms that add up, a filter that does not count, neighbours of vectors.</summary>
internal static class QueryWriter
{
    /// <summary>Of candidates that are compared for each neighbour that is asked for.</summary>
    private const double Examined = 1.5;
    private const int LeastExamined = 100;
    private const int MostExamined = 10_000;

    /// <summary>Who shares the query's terms, with the sum of their weights.</summary>
    public static void WriteTerms(Utf8JsonWriter json, PartnerQuery query)
    {
        json.WriteNumber("size", query.Limit);
        WriteAnswer(json);
        json.Property("query", body => WriteQuery(body, query, says: true));
    }

    /// <summary>Who is near any of the vectors; nearer to two of them counts more than it should, so the caller compares anew.</summary>
    /// <param name="asked">Field and vector.</param>
    /// <param name="each">Neighbours a vector.</param>
    public static void WriteNeighbours(
        Utf8JsonWriter json,
        PartnerQuery query,
        IReadOnlyList<(string Field, QuantizedVector Vector)> asked,
        int each
    )
    {
        json.WriteNumber("size", Math.Min(each * asked.Count, MostExamined));
        WriteAnswer(json);
        json.Array(
            "knn",
            asked,
            (list, wanted) =>
                list.Object(knn =>
                {
                    knn.WriteString("field", $"{wanted.Field}.{Fields.Vector}");
                    knn.WriteString("query_vector", VectorText.Of(wanted.Vector));
                    knn.WriteNumber("k", each);
                    knn.WriteNumber("num_candidates", Math.Clamp((int)(each * Examined), LeastExamined, MostExamined));
                    knn.Property("filter", filter => WriteQuery(filter, query, says: false));
                })
        );
    }

    private static void WriteAnswer(Utf8JsonWriter json)
    {
        json.WriteBoolean("track_total_hits", value: false);
        json.WriteBoolean("_source", value: false);
        json.WriteBoolean("version", value: true);
    }

    /// <param name="says">Whether the terms count, or only those that are required have to be there.</param>
    private static void WriteQuery(Utf8JsonWriter json, PartnerQuery query, bool says) =>
        json.Property(
            "bool",
            all =>
            {
                all.WriteStartArray("filter");
                WriteFilter(all, query.Filter);
                if (!says && query.WordsRequired > 0)
                {
                    WriteWords(all, query);
                }

                all.WriteEndArray();
                if (query.Except is { } asking)
                {
                    all.Property(
                        "must_not",
                        not => not.Property("ids", ids => ids.Array("values", [asking], (list, id) => list.WriteStringValue(id.ToString())))
                    );
                }

                if (says)
                {
                    all.WriteStartArray("must");
                    WriteAny(all, query);
                    if (query.WordsRequired > 0)
                    {
                        WriteWords(all, query);
                    }

                    all.WriteEndArray();
                }
            }
        );

    private static void WriteAny(Utf8JsonWriter list, PartnerQuery query)
    {
        var free = query.WordsRequired == 0 ? query.Words : [];
        if (query.Wanted.Count + query.Offered.Count + free.Count == 0)
        {
            return;
        }

        list.Object(clause =>
            clause.Property(
                "bool",
                any =>
                {
                    any.WriteNumber("minimum_should_match", 1);
                    any.WriteStartArray("should");
                    WriteTerms(any, Fields.Offer, query.Wanted);
                    WriteTerms(any, Fields.Need, query.Offered);
                    foreach (var word in free)
                    {
                        WriteAnywhere(any, word);
                    }

                    any.WriteEndArray();
                }
            )
        );
    }

    private static void WriteWords(Utf8JsonWriter list, PartnerQuery query) =>
        list.Object(clause =>
            clause.Property(
                "bool",
                words =>
                {
                    words.WriteNumber("minimum_should_match", Math.Min(query.WordsRequired, query.Words.Count));
                    words.Array("should", query.Words, WriteAnywhere);
                }
            )
        );

    private static void WriteAnywhere(Utf8JsonWriter list, WeightedTerm word) =>
        list.Object(clause =>
            clause.Property(
                "dis_max",
                best =>
                    best.Array("queries", [Fields.Offer, Fields.Need, Fields.Name], (fields, field) => WriteTerms(fields, field, [word]))
            )
        );

    private static void WriteTerms(Utf8JsonWriter list, string field, IEnumerable<WeightedTerm> terms)
    {
        foreach (var term in terms)
        {
            list.Object(clause =>
                clause.Property(
                    "term",
                    said =>
                        said.Property(
                            field,
                            value =>
                            {
                                value.WriteString("value", term.Text);
                                value.WriteNumber("boost", term.Weight);
                            }
                        )
                )
            );
        }
    }

    private static void WriteFilter(Utf8JsonWriter list, PartnerFilter filter)
    {
        list.Object(live => live.Property("term", term => term.WriteBoolean(Fields.Live, value: true)));
        WriteAnyOf(list, Fields.Country, filter.Country is { } country ? [country.ToString()] : []);
        WriteAnyOf(list, Fields.Sector, filter.Sectors);
        WriteAnyOf(list, Fields.Region, filter.Regions);
        WriteAnyOf(list, Fields.Chapter, filter.Chapters);
        WriteAnyOf(list, Fields.Mode, [.. filter.Modes.Select(mode => mode.ToString())]);
        if (filter.VerifiedAt is { } now)
        {
            list.Object(range =>
                range.Property("range", field => field.Property(Fields.VerifiedUntil, until => until.WriteNumber("gt", now.Ticks)))
            );
        }
    }

    private static void WriteAnyOf(Utf8JsonWriter list, string field, IReadOnlyList<string> values)
    {
        if (values.Count > 0)
        {
            list.Object(terms => terms.Property("terms", any => any.Array(field, values, (items, value) => items.WriteStringValue(value))));
        }
    }
}
