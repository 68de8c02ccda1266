using System.Security.Cryptography;
using System.Text.Json;
using Matchmaking.Core.Language;
using Matchmaking.Core.Language.Lexicon;
using Matchmaking.Core.Matching.Scoring;
using Matchmaking.Search.Elasticsearch.Server;

namespace Matchmaking.Search.Elasticsearch;

/// <summary>How an index is made, and by which signs one is known that was made alike.</summary>
internal sealed class IndexSchema
{
    /// <summary>Of a byte vector; a space with more is searched by words alone.</summary>
    private const int MostDimensions = 4096;

    private readonly ElasticsearchOptions options;
    private readonly Lazy<int> dimensions;

    /// <param name="meanings">Null where there is nothing but the encoder.</param>
    public IndexSchema(MeaningSpace? meanings, ITextEncoder encoder, ElasticsearchOptions options)
    {
        this.options = options;
        Stamp = $"{MatchProfileCodec.Schema} {meanings?.Version ?? encoder.Id}";
        // Asking for the length opens the encoder.
        dimensions = new Lazy<int>(() => meanings?.Dimensions ?? encoder.Dimensions);
        MappingHash = Convert.ToHexStringLower(SHA256.HashData(JsonBody.Of(json => WriteProperties(json, vectors: true, 1)).Span)[..8]);
        Sign = Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{Stamp} {MappingHash}"))[..8]);
    }

    /// <summary>What the documents are written with.</summary>
    public string Stamp { get; }

    /// <summary>Of the fields; the length of a vector follows from <see cref="Stamp"/>.</summary>
    public string MappingHash { get; }

    /// <summary>Both as one short word: another one for each version of the product that writes indices of its own kind.</summary>
    public string Sign { get; }

    /// <summary>0 where no vectors are indexed.</summary>
    public int Dimensions => dimensions.Value <= MostDimensions ? dimensions.Value : 0;

    /// <summary>The body that creates an index.</summary>
    public ReadOnlyMemory<byte> Write(string writeAlias, DateTime createdAt) =>
        JsonBody.Of(json =>
        {
            json.Property(
                "settings",
                settings =>
                {
                    settings.WriteNumber("index.number_of_shards", options.Shards);
                    settings.WriteNumber("index.number_of_replicas", options.Replicas);
                    // Whoever writes says when it is to be seen.
                    settings.WriteString("index.refresh_interval", "-1");
                }
            );
            json.Property("aliases", aliases => aliases.Property(writeAlias, _ => { }));
            json.Property(
                "mappings",
                mappings =>
                {
                    mappings.WriteString("dynamic", "strict");
                    mappings.Property(
                        "_meta",
                        meta =>
                        {
                            meta.WriteString(IndexGeneration.SchemaKey, Stamp);
                            meta.WriteString(IndexGeneration.MappingKey, MappingHash);
                            meta.WriteString(IndexGeneration.CreatedKey, createdAt);
                        }
                    );
                    // The rest is looked for and never read.
                    mappings.Property(
                        "_source",
                        source =>
                            source.Array("includes", [Fields.Profile, Fields.RemovedAt], (list, field) => list.WriteStringValue(field))
                    );
                    mappings.Property("properties", properties => WriteProperties(properties, Dimensions > 0, Dimensions));
                }
            );
        });

    private static void WriteProperties(Utf8JsonWriter json, bool vectors, int dimensions)
    {
        json.Property(Fields.Live, live => live.WriteString("type", "boolean"));
        json.Property(Fields.RemovedAt, removedAt => removedAt.WriteString("type", "long"));
        json.Property(Fields.Profile, profile => profile.WriteString("type", "binary"));
        json.Property(Fields.VerifiedUntil, until => until.WriteString("type", "long"));
        foreach (var field in new[] { Fields.Offer, Fields.Need, Fields.Name })
        {
            json.Property(field, WriteTerms);
        }

        foreach (var field in new[] { Fields.Country, Fields.Sector, Fields.Region, Fields.Mode, Fields.Chapter })
        {
            json.Property(
                field,
                key =>
                {
                    key.WriteString("type", "keyword");
                    key.WriteBoolean("doc_values", value: false);
                }
            );
        }

        foreach (var field in vectors ? new[] { Fields.Offers, Fields.Needs } : [])
        {
            json.Property(field, listings => WriteListings(listings, dimensions));
        }
    }

    /// <summary>Terms come ready from the language layer. One counts what the query says it counts, once: the same sum in every engine.</summary>
    private static void WriteTerms(Utf8JsonWriter field)
    {
        field.WriteString("type", "text");
        field.WriteString("analyzer", "whitespace");
        field.WriteString("similarity", "boolean");
        field.WriteString("index_options", "docs");
        field.WriteBoolean("norms", value: false);
    }

    private static void WriteListings(Utf8JsonWriter field, int dimensions)
    {
        field.WriteString("type", "nested");
        field.WriteString("dynamic", "strict");
        field.Property(
            "properties",
            listing =>
                listing.Property(
                    Fields.Vector,
                    vector =>
                    {
                        vector.WriteString("type", "dense_vector");
                        vector.WriteString("element_type", "byte");
                        vector.WriteNumber("dims", dimensions);
                        vector.WriteBoolean("index", value: true);
                        vector.WriteString("similarity", "cosine");
                        vector.Property("index_options", index => index.WriteString("type", "hnsw"));
                    }
                )
        );
    }
}
