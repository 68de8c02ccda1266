namespace Matchmaking.Search.Elasticsearch;

/// <summary>Names of the fields of a firm's document.</summary>
internal static class Fields
{
    /// <summary>True for a firm; one that was taken out leaves its id, its version and when that was.</summary>
    public const string Live = "live";

    /// <summary>Milliseconds since 1970.</summary>
    public const string RemovedAt = "removedAt";

    /// <summary>What the scorer reads.</summary>
    public const string Profile = "profile";

    public const string Offer = "offer";
    public const string Need = "need";
    public const string Name = "name";
    public const string Country = "country";
    public const string Sector = "sector";
    public const string Region = "region";
    public const string Mode = "mode";
    public const string Chapter = "chapter";

    /// <summary>Ticks (UTC) until which the firm's existence is evidenced.</summary>
    public const string VerifiedUntil = "verifiedUntil";

    /// <summary>The vectors of its offers, one each.</summary>
    public const string Offers = "offers";

    public const string Needs = "needs";
    public const string Vector = "vector";
}
