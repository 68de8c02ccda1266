using System.Buffers;
using System.Text.Json;
using Matchmaking.Core.Common;
using Matchmaking.Core.Language;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Scoring;
using Matchmaking.Search.Elasticsearch.Server;
using Matchmaking.Search.Near;

namespace Matchmaking.Search.Elasticsearch;

/// <summary>One query in one request: who shares its terms, and who is near its vectors; the profiles that are not kept, in a second one.</summary>
internal sealed class PartnerSearch(ElasticsearchClient client, GenerationCatalog catalog, IndexSchema schema, ProfileStore profiles)
{
    /// <summary>Neighbours in each way, for each that is asked for: who is near both ways may be among the nearest of neither.</summary>
    private const double Generous = 2;

    /// <summary>A firm with many listings asks for fewer neighbours of each.</summary>
    private const int LeastEach = 60;

    private const int MostVectors = 64;

    public async Task<IReadOnlyList<PartnerHit>> FindAsync(PartnerQuery query, CancellationToken cancellationToken)
    {
        var asked = Asked(query);
        // Without any term everybody would be found.
        var asksTerms = query.Wanted.Count + query.Offered.Count + query.Words.Count > 0 || asked.Count == 0;
        var answers = await AskAsync(query, asksTerms, asked, cancellationToken);
        var sharing = asksTerms ? answers[0] : [];
        var ids = sharing.Select(hit => hit.Id).ToHashSet(StringComparer.Ordinal);
        var near = asked.Count > 0 ? answers[^1].Where(hit => !ids.Contains(hit.Id)).ToList() : [];
        var read = await profiles.ReadAsync([.. sharing, .. near], cancellationToken);
        var found = new List<PartnerHit>(sharing.Count + near.Count);
        for (var place = 0; place < sharing.Count; place++)
        {
            if (read[place] is { } profile)
            {
                found.Add(new PartnerHit(IdOf(sharing[place]), sharing[place].Score, profile));
            }
        }

        var limit = query.NeighbourLimit ?? query.Limit;
        var likenesses = near.Select((hit, place) => (Hit: hit, Profile: read[sharing.Count + place]))
            .Where(firm => firm.Profile is not null)
            .Select(firm => (firm.Hit, firm.Profile, Likeness: NearLikeness.Of(firm.Profile!, query)))
            .Where(firm => firm.Likeness > 0)
            .OrderByDescending(firm => firm.Likeness)
            .Take(limit);
        found.AddRange(likenesses.Select(firm => new PartnerHit(IdOf(firm.Hit), 0, firm.Profile!)));
        return found;
    }

    private static CompanyId IdOf(SearchHit hit) => CompanyId.From(Guid.Parse(hit.Id));

    /// <summary>Field and vector of each that is looked for, the first of a firm with very many listings.</summary>
    private List<(string Field, QuantizedVector Vector)> Asked(PartnerQuery query) =>
        [
            .. query
                .WantedVectors.Select(vector => (Field: Fields.Offers, Vector: vector))
                .Concat(query.OfferedVectors.Select(vector => (Field: Fields.Needs, Vector: vector)))
                .Where(asked => schema.Dimensions > 0 && VectorText.IsComparable(asked.Vector, schema.Dimensions))
                .Take(MostVectors),
        ];

    private async Task<IReadOnlyList<IReadOnlyList<SearchHit>>> AskAsync(
        PartnerQuery query,
        bool asksTerms,
        List<(string Field, QuantizedVector Vector)> asked,
        CancellationToken cancellationToken
    )
    {
        var body = new ArrayBufferWriter<byte>();
        if (asksTerms)
        {
            body.AppendLine(WriteIndex);
            body.AppendLine(json => QueryWriter.WriteTerms(json, query));
        }

        if (asked.Count > 0)
        {
            var limit = query.NeighbourLimit ?? query.Limit;
            var ofOneKind = asked.CountBy(vector => vector.Field).Max(kind => kind.Value);
            var each = Math.Max((int)(limit * Generous / ofOneKind), Math.Min(limit, LeastEach));
            body.AppendLine(WriteIndex);
            body.AppendLine(json => QueryWriter.WriteNeighbours(json, query, asked, each));
        }

        const string Paths =
            "filter_path=responses.status,responses.error,responses.hits.hits._index,responses.hits.hits._id,"
            + "responses.hits.hits._version,responses.hits.hits._score";
        using var answer = await client.AskAsync(HttpMethod.Post, $"_msearch?{Paths}", body.WrittenMemory, cancellationToken);
        if (answer is null)
        {
            return
            [
                [],
                [],
            ];
        }

        var searches = (asksTerms ? 1 : 0) + (asked.Count > 0 ? 1 : 0);
        return answer.RootElement.TryGetProperty("responses", out var responses) && responses.GetArrayLength() == searches
            ? [.. responses.EnumerateArray().Select(Hits)]
            : throw client.Away($"The search server does not answer each of {searches} searches.");
    }

    /// <summary>Without a shard, firms would be missing and nobody would know: such an answer is none.</summary>
    private void WriteIndex(Utf8JsonWriter json)
    {
        json.WriteString("index", catalog.SearchAlias);
        json.WriteBoolean("allow_partial_search_results", value: false);
    }

    private IReadOnlyList<SearchHit> Hits(JsonElement response)
    {
        if (!response.TryGetProperty("error", out var error))
        {
            return SearchHit.All(response);
        }

        var reason = $"The search server answers a search with {ElasticsearchClient.ErrorOf(error)}";
        return response.GetProperty("status").GetInt32() switch
        {
            // There is no index yet.
            404 => [],
            401 or 403 or 408 or 429 or >= 500 => throw client.Away(reason),
            _ => throw new InvalidOperationException(reason),
        };
    }
}
