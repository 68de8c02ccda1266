using Matchmaking.Core.Common;
using Matchmaking.Core.Language;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.Scoring;

namespace Matchmaking.Core.Matching.Indexing;

/// <summary>What is asked of the engine. Both directions are summed in one query: asking twice and intersecting loses most of the best.</summary>
public sealed record PartnerQuery
{
    /// <summary>Terms of my needs, looked for in their offers.</summary>
    public IReadOnlyList<WeightedTerm> Wanted { get; init; } = [];

    /// <summary>Terms of my offers, looked for in their needs.</summary>
    public IReadOnlyList<WeightedTerm> Offered { get; init; } = [];

    /// <summary>What my needs mean, looked for in their offers. Neighbours come beside those that share terms, also where no term is asked for.</summary>
    public IReadOnlyList<QuantizedVector> WantedVectors { get; init; } = [];

    /// <summary>What my offers mean, looked for in their needs.</summary>
    public IReadOnlyList<QuantizedVector> OfferedVectors { get; init; } = [];

    /// <summary>Neighbours are those that are near in both directions, as a score that is decided by the weaker one wants it; else in either.</summary>
    public bool BothWays { get; init; }

    /// <summary>Free text, looked for in offers, needs and names alike.</summary>
    public IReadOnlyList<WeightedTerm> Words { get; init; } = [];

    /// <summary>How many of <see cref="Words"/> a firm has to hold; with none wanted, every firm that passes the filter is found.</summary>
    public int WordsRequired { get; init; }

    public PartnerFilter Filter { get; init; } = PartnerFilter.None;

    /// <summary>The firm that asks; it never finds itself.</summary>
    public CompanyId? Except { get; init; }

    /// <summary>Of those that share terms.</summary>
    public required int Limit { get; init; }

    /// <summary>Null for as many as <see cref="Limit"/>.</summary>
    public int? NeighbourLimit { get; init; }
}

/// <summary>Hard conditions; an empty list is no condition.</summary>
public sealed record PartnerFilter
{
    public static readonly PartnerFilter None = new();

    public Country? Country { get; init; }

    /// <summary>Codes of <see cref="Companies.Sectors"/>.</summary>
    public IReadOnlyList<string> Sectors { get; init; } = [];

    /// <summary>Two digits each, of any of the firm's live listings.</summary>
    public IReadOnlyList<string> Chapters { get; init; } = [];

    public IReadOnlyList<CooperationMode> Modes { get; init; } = [];

    /// <summary>ISO 3166-2 codes of where the firm is.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>Only firms whose existence is evidenced at this time (UTC).</summary>
    public DateTime? VerifiedAt { get; init; }

    public bool IsEmpty => Sectors.Count + Chapters.Count + Modes.Count + Regions.Count == 0 && VerifiedAt is null;
}

/// <param name="Score">The sum of the weights; only good for comparing hits of one query. 0 for one that was found as a neighbour alone.</param>
public sealed record PartnerHit(CompanyId Id, float Score, MatchProfile Profile);
