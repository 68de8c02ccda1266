using System.Text.Json;
using Matchmaking.Core.Matching.Indexing;

namespace Matchmaking.Search.Elasticsearch;

/// <summary>One index on the server.</summary>
/// <param name="SearchAliases">Of the versions of the product that search it.</param>
/// <param name="WriteAlias">Null where nothing is written into it any more.</param>
/// <param name="Schema">What it was written with.</param>
internal sealed record IndexGeneration(
    string Name,
    IReadOnlyList<string> SearchAliases,
    string? WriteAlias,
    string Schema,
    string MappingHash,
    DateTime CreatedAt
)
{
    public const string SchemaKey = "schema";
    public const string MappingKey = "mapping";
    public const string CreatedKey = "createdAt";

    public PartnerGenerationState State =>
        SearchAliases.Count > 0 ? PartnerGenerationState.Searched
        : WriteAlias is not null ? PartnerGenerationState.Building
        : PartnerGenerationState.Kept;

    /// <summary>Its documents can be read here, and those that are made here fit in.</summary>
    public bool IsOf(IndexSchema schema) => Schema == schema.Stamp && MappingHash == schema.MappingHash;

    public static IndexGeneration Read(JsonProperty index, string searchPrefix, string writePrefix)
    {
        var aliases = index.Value.TryGetProperty("aliases", out var names)
            ? names.EnumerateObject().Select(alias => alias.Name).ToList()
            : [];
        var meta =
            index.Value.TryGetProperty("mappings", out var mappings) && mappings.TryGetProperty("_meta", out var written)
                ? written
                : default;
        return new IndexGeneration(
            index.Name,
            aliases.FindAll(alias => alias.StartsWith(searchPrefix, StringComparison.Ordinal)),
            aliases.Find(alias => alias.StartsWith(writePrefix, StringComparison.Ordinal)),
            Text(meta, SchemaKey),
            Text(meta, MappingKey),
            DateTime.TryParse(Text(meta, CreatedKey), null, System.Globalization.DateTimeStyles.AdjustToUniversal, out var at)
                ? at
                : default
        );
    }

    private static string Text(JsonElement meta, string key) =>
        meta.ValueKind == JsonValueKind.Object && meta.TryGetProperty(key, out var text) ? text.ToString() : string.Empty;
}
