using System.Collections.Concurrent;
using System.Text.Json;
using Matchmaking.Core.Matching.Scoring;
using Matchmaking.Search.Elasticsearch.Server;

namespace Matchmaking.Search.Elasticsearch;

/// <summary>
/// Profiles of firms that searches have found. A profile of some kilobytes is asked for once and kept by index, firm and version: another
/// node's write gives the firm another version, so that what is kept is never wrong.
/// </summary>
internal sealed class ProfileStore(ElasticsearchClient client)
{
    /// <summary>Of each of the two halves; some kilobytes each.</summary>
    private const int Most = 16_384;

    private const int ReadAtOnce = 500;

    private readonly Lock turning = new();
    private ConcurrentDictionary<(string Index, string Id), Kept> recent = [];
    private ConcurrentDictionary<(string Index, string Id), Kept> older = [];

    /// <returns>By place; null for a firm that has been taken out meanwhile.</returns>
    public async Task<IReadOnlyList<MatchProfile?>> ReadAsync(IReadOnlyList<SearchHit> hits, CancellationToken cancellationToken)
    {
        var profiles = new MatchProfile?[hits.Count];
        var missing = new List<int>();
        for (var place = 0; place < hits.Count; place++)
        {
            profiles[place] = Find(hits[place]);
            if (profiles[place] is null)
            {
                missing.Add(place);
            }
        }

        var reading = missing
            .Chunk(ReadAtOnce)
            .SelectMany(chunk => chunk.GroupBy(place => hits[place].Index))
            .Select(places => FetchAsync(places.Key, [.. places], hits, profiles, cancellationToken));
        await Task.WhenAll(reading);
        return profiles;
    }

    private async Task FetchAsync(
        string index,
        int[] places,
        IReadOnlyList<SearchHit> hits,
        MatchProfile?[] profiles,
        CancellationToken cancellationToken
    )
    {
        var body = JsonBody.Of(json => json.Array("ids", places, (list, place) => list.WriteStringValue(hits[place].Id)));
        var path = $"{index}/_mget?filter_path=docs._id,docs._version,docs._source.{Fields.Profile},docs.error";
        using var answer = await client.AskAsync(HttpMethod.Post, path, body, cancellationToken);
        if (answer is null)
        {
            return;
        }

        if (!answer.RootElement.TryGetProperty("docs", out var documents))
        {
            throw client.Away("The search server answers for no document.");
        }

        var placesOf = places.ToLookup(place => hits[place].Id, StringComparer.Ordinal);
        foreach (var document in documents.EnumerateArray())
        {
            if (document.TryGetProperty("error", out var error))
            {
                throw client.Away($"The search server cannot read a document: {ElasticsearchClient.ErrorOf(error)}");
            }

            var id = document.GetProperty("_id").GetString()!;
            if (document.TryGetProperty("_source", out var source) && source.TryGetProperty(Fields.Profile, out var bytes))
            {
                var profile = MatchProfileCodec.Read(bytes.GetBytesFromBase64());
                // It may be newer than what the search saw.
                Keep((index, id), new Kept(document.GetProperty("_version").GetInt64(), profile));
                foreach (var place in placesOf[id])
                {
                    profiles[place] = profile;
                }
            }
        }
    }

    private MatchProfile? Find(SearchHit hit)
    {
        var key = (hit.Index, hit.Id);
        if (recent.TryGetValue(key, out var kept))
        {
            return kept.Version == hit.Version ? kept.Profile : null;
        }

        if (!older.TryGetValue(key, out kept) || kept.Version != hit.Version)
        {
            return null;
        }

        Keep(key, kept);
        return kept.Profile;
    }

    /// <summary>When there are enough, those that nobody has asked for since the last time are forgotten.</summary>
    private void Keep((string Index, string Id) key, Kept kept)
    {
        recent[key] = kept;
        if (recent.Count <= Most)
        {
            return;
        }

        lock (turning)
        {
            if (recent.Count > Most)
            {
                older = recent;
                recent = [];
            }
        }
    }

    private sealed record Kept(long Version, MatchProfile Profile);
}
