namespace Matchmaking.Search.Lucene;

/// <summary>Names of the fields of a firm's document.</summary>
internal static class Fields
{
    public const string Id = "id";
    public const string Version = "version";

    /// <summary>The profile that the scorer reads.</summary>
    public const string Profile = "profile";

    /// <summary>There for a firm; a firm that was taken out leaves its id, its version and when that was.</summary>
    public const string Live = "live";

    /// <summary>Ticks (UTC).</summary>
    public const string RemovedAt = "removed";

    public const string Offer = "offer";
    public const string Need = "need";
    public const string Name = "name";
    public const string Country = "country";
    public const string Sector = "sector";
    public const string Region = "region";
    public const string Mode = "mode";
    public const string Chapter = "chapter";

    /// <summary>Ticks (UTC) until which the firm's existence is evidenced.</summary>
    public const string VerifiedUntil = "verified";
}
