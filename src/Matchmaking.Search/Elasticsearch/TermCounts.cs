using System.Text.Json;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Search.Elasticsearch.Server;

namespace Matchmaking.Search.Elasticsearch;

/// <summary>
/// In how many firms' offers and needs terms stand: asked of the term dictionary by a document that does not exist. Firms that were
/// replaced or taken out a moment ago count until the server has tidied up, as in the other engine; with several shards, one speaks for all.
/// </summary>
internal sealed class TermCounts(ElasticsearchClient client, GenerationCatalog catalog)
{
    public async Task<TermStatistics> ReadAsync(IReadOnlyCollection<string> terms, CancellationToken cancellationToken)
    {
        var counting = catalog.CountAsync(catalog.SearchAlias, cancellationToken);
        var frequencies = await FrequenciesAsync(terms, cancellationToken);
        return new TermStatistics(await counting, frequencies);
    }

    private async Task<Dictionary<string, int>> FrequenciesAsync(IReadOnlyCollection<string> terms, CancellationToken cancellationToken)
    {
        var frequencies = new Dictionary<string, int>(terms.Count, StringComparer.Ordinal);
        if (terms.Count == 0)
        {
            return frequencies;
        }

        var text = string.Join(' ', terms);
        string[] fields = [Fields.Offer, Fields.Need];
        var body = JsonBody.Of(json =>
        {
            json.Property("doc", document => Array.ForEach(fields, field => document.WriteString(field, text)));
            json.Array("fields", fields, (list, field) => list.WriteStringValue(field));
            json.WriteBoolean("term_statistics", value: true);
            foreach (var unwanted in new[] { "field_statistics", "positions", "offsets", "payloads" })
            {
                json.WriteBoolean(unwanted, value: false);
            }
        });
        using var answer = await client.AskAsync(
            HttpMethod.Post,
            $"{catalog.SearchAlias}/_termvectors?filter_path=term_vectors.*.terms.*.doc_freq",
            body,
            cancellationToken
        );
        if (answer is null || !answer.RootElement.TryGetProperty("term_vectors", out var found))
        {
            return frequencies;
        }

        foreach (var term in found.EnumerateObject().SelectMany(field => field.Value.GetProperty("terms").EnumerateObject()))
        {
            if (term.Value.TryGetProperty("doc_freq", out var firms))
            {
                frequencies[term.Name] = Math.Max(frequencies.GetValueOrDefault(term.Name), firms.GetInt32());
            }
        }

        return frequencies;
    }
}
