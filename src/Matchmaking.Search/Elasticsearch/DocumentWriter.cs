using System.Buffers;
using System.Text.Json;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Scoring;
using Matchmaking.Search.Elasticsearch.Server;

namespace Matchmaking.Search.Elasticsearch;

/// <summary>Writes what a firm's entry becomes, as an item of a bulk request. Terms come ready from the language layer.</summary>
internal sealed class DocumentWriter(IndexSchema schema)
{
    public BulkItem Write(PartnerChange change, string alias, DateTime now)
    {
        var id = change.Id.ToString();
        var lines = new ArrayBufferWriter<byte>();
        lines.AppendLine(json => json.Property("index", action => WriteTarget(action, alias, id, change.Version, "external")));
        lines.AppendLine(json =>
        {
            if (change.Document is { } firm)
            {
                WriteFirm(json, firm);
            }
            else
            {
                json.WriteNumber(Fields.RemovedAt, new DateTimeOffset(now).ToUnixTimeMilliseconds());
            }
        });
        return new BulkItem(id, lines.WrittenMemory);
    }

    /// <summary>Unless a newer version has come.</summary>
    public static BulkItem Forget(string id, long version, string alias)
    {
        var lines = new ArrayBufferWriter<byte>();
        lines.AppendLine(json => json.Property("delete", action => WriteTarget(action, alias, id, version, "external_gte")));
        return new BulkItem(id, lines.WrittenMemory);
    }

    private static void WriteTarget(Utf8JsonWriter action, string alias, string id, long version, string kind)
    {
        action.WriteString("_index", alias);
        action.WriteString("_id", id);
        action.WriteNumber("version", version);
        action.WriteString("version_type", kind);
        action.WriteBoolean("require_alias", value: true);
    }

    private void WriteFirm(Utf8JsonWriter json, PartnerDocument firm)
    {
        var profile = firm.Profile;
        json.WriteBoolean(Fields.Live, value: true);
        json.WriteBase64String(Fields.Profile, MatchProfileCodec.Write(profile));
        json.WriteString(Fields.Offer, string.Join(' ', firm.OfferTerms));
        json.WriteString(Fields.Need, string.Join(' ', firm.NeedTerms));
        json.WriteString(Fields.Name, string.Join(' ', firm.NameTerms));
        json.WriteString(Fields.Country, profile.Country.ToString());
        json.WriteString(Fields.Sector, profile.Sector);
        json.WriteString(Fields.Region, profile.Region);
        json.Array(Fields.Mode, profile.Modes, (list, mode) => list.WriteStringValue(mode.ToString()));
        json.Array(Fields.Chapter, profile.Chapters, (list, chapter) => list.WriteStringValue(chapter));
        if (profile.VerifiedUntil is { } until)
        {
            json.WriteNumber(Fields.VerifiedUntil, until.Ticks);
        }

        WriteVectors(json, Fields.Offers, profile, ListingKind.Offer);
        WriteVectors(json, Fields.Needs, profile, ListingKind.Need);
    }

    private void WriteVectors(Utf8JsonWriter json, string field, MatchProfile profile, ListingKind kind)
    {
        if (schema.Dimensions == 0)
        {
            return;
        }

        var vectors = profile
            .Listings.Where(listing => listing.Kind == kind)
            .Select(listing => listing.Meaning)
            .Where(meaning => meaning is not null && VectorText.IsComparable(meaning, schema.Dimensions));
        json.Array(field, vectors, (list, vector) => list.Object(listing => listing.WriteString(Fields.Vector, VectorText.Of(vector!))));
    }
}
