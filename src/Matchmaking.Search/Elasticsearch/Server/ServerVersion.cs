using System.Text.Json;

namespace Matchmaking.Search.Elasticsearch.Server;

/// <param name="Number">As the server states it.</param>
/// <param name="Complaint">Why the product does not work with it, or null.</param>
internal sealed record ServerVersion(string Number, string? Complaint)
{
    private static readonly Version Oldest = new(8, 19);
    private const int NewestMajor = 9;

    public static ServerVersion Of(JsonDocument answer)
    {
        var number =
            answer.RootElement.ValueKind == JsonValueKind.Object
            && answer.RootElement.TryGetProperty("version", out var version)
            && version.TryGetProperty("number", out var text)
                ? text.ToString()
                : "of an unknown kind";
        // A snapshot or a release candidate has a suffix.
        return Version.TryParse(number.Split('-')[0], out var parsed) && parsed >= Oldest && parsed.Major <= NewestMajor
            ? new ServerVersion(number, Complaint: null)
            : new ServerVersion(
                number,
                $"Search:Elasticsearch: the server is {number}; supported are Elasticsearch 8.19 and later 8, and 9."
            );
    }
}
