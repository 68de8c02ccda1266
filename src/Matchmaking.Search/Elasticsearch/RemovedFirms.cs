using System.Text.Json;
using Matchmaking.Search.Elasticsearch.Server;

namespace Matchmaking.Search.Elasticsearch;

/// <summary>Finds the marks of firms that were taken out long ago, and deletes them where nothing newer has come.</summary>
internal sealed class RemovedFirms(ElasticsearchClient client, BulkWriter bulk)
{
    private const int ReadAtOnce = 1000;

    /// <returns>How many.</returns>
    public async Task<int> ForgetAsync(IndexGeneration generation, DateTime before, CancellationToken cancellationToken)
    {
        if (generation.WriteAlias is not { } alias || await OpenAsync(generation.Name, cancellationToken) is not { } view)
        {
            return 0;
        }

        var forgotten = 0;
        try
        {
            JsonElement? after = null;
            while (true)
            {
                using var page = await client.AskAsync(HttpMethod.Post, "_search", Write(view, before, after), cancellationToken);
                var removed = page is null ? [] : SearchHit.All(page.RootElement);
                if (removed.Count == 0)
                {
                    return forgotten;
                }

                after = page!.RootElement.GetProperty("hits").GetProperty("hits").EnumerateArray().Last().GetProperty("sort").Clone();
                await bulk.WriteAsync([.. removed.Select(hit => DocumentWriter.Forget(hit.Id, hit.Version, alias))], cancellationToken);
                forgotten += removed.Count;
            }
        }
        finally
        {
            var body = JsonBody.Of(json => json.WriteString("id", view));
            using var closed = await client.AskAsync(HttpMethod.Delete, "_pit", body, CancellationToken.None);
        }
    }

    /// <returns>The id of a view that stays the same while its pages are read.</returns>
    private async Task<string?> OpenAsync(string index, CancellationToken cancellationToken)
    {
        using var answer = await client.AskAsync(HttpMethod.Post, $"{index}/_pit?keep_alive=1m", default, cancellationToken);
        return answer?.RootElement.GetProperty("id").GetString();
    }

    private static ReadOnlyMemory<byte> Write(string view, DateTime before, JsonElement? after) =>
        JsonBody.Of(json =>
        {
            json.WriteNumber("size", ReadAtOnce);
            json.WriteBoolean("track_total_hits", value: false);
            json.WriteBoolean("_source", value: false);
            json.WriteBoolean("version", value: true);
            json.Property(
                "pit",
                pit =>
                {
                    pit.WriteString("id", view);
                    pit.WriteString("keep_alive", "1m");
                }
            );
            json.Property(
                "query",
                query =>
                    query.Property(
                        "range",
                        range =>
                            range.Property(
                                Fields.RemovedAt,
                                removed => removed.WriteNumber("lt", new DateTimeOffset(before).ToUnixTimeMilliseconds())
                            )
                    )
            );
            json.Property("sort", sort => sort.WriteString("_shard_doc", "asc"));
            if (after is { } place)
            {
                json.WritePropertyName("search_after");
                place.WriteTo(json);
            }
        });
}
