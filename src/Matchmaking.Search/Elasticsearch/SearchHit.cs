using System.Runtime.InteropServices;
using System.Text.Json;

namespace Matchmaking.Search.Elasticsearch;

/// <param name="Score">Of the server; 0 where it was asked for none.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SearchHit(string Index, string Id, long Version, float Score)
{
    /// <param name="answer">Of one search; one without hits has no such property.</param>
    public static IReadOnlyList<SearchHit> All(JsonElement answer) =>
        answer.TryGetProperty("hits", out var outer) && outer.TryGetProperty("hits", out var hits)
            ? [.. hits.EnumerateArray().Select(Read)]
            : [];

    private static SearchHit Read(JsonElement hit) =>
        new(
            hit.GetProperty("_index").GetString()!,
            hit.GetProperty("_id").GetString()!,
            hit.GetProperty("_version").GetInt64(),
            hit.TryGetProperty("_score", out var score) && score.ValueKind == JsonValueKind.Number ? score.GetSingle() : 0
        );
}
