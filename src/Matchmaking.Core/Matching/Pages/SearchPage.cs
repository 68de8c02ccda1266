using Matchmaking.Core.Common;
using Matchmaking.Core.Listings;

namespace Matchmaking.Core.Matching.Pages;

public enum HitKind
{
    Offer,
    Need,
    Firm,
}

public sealed record SearchRequest
{
    public const int PageSize = 20;
    public const int QueryLimit = 200;

    /// <summary>At most <see cref="QueryLimit"/> characters count.</summary>
    public string Query
    {
        get;
        init => field = Cut(value);
    } = string.Empty;

    public IReadOnlyList<HitKind> Kinds { get; init; } = [];

    public Country? Country { get; init; }

    /// <summary>HS headings, four digits each.</summary>
    public IReadOnlyList<string> Headings { get; init; } = [];

    public PartnerOrder Order { get; init; }

    public int Page { get; init; } = 1;

    /// <summary>Without half of a character at the end.</summary>
    internal static string Cut(string text) =>
        text.Length <= QueryLimit ? text : text[..(char.IsHighSurrogate(text[QueryLimit - 1]) ? QueryLimit - 1 : QueryLimit)];
}

/// <param name="IsIndexBuilding">What is shown may be incomplete.</param>
public sealed record SearchPage(
    string Query,
    Page<SearchHit> Hits,
    IReadOnlyList<Facet<HitKind>> Kinds,
    IReadOnlyList<Facet<Country>> Countries,
    IReadOnlyList<Facet<string>> Headings,
    bool IsIndexBuilding
);

/// <summary>A firm that is found by its name, or one of its live listings.</summary>
/// <param name="Listing">Null for a firm.</param>
/// <param name="IsVerified">The firm's existence is evidenced today.</param>
public sealed record SearchHit(
    HitKind Kind,
    CompanyId CompanyId,
    Country Country,
    LocalizedText Names,
    string Sector,
    string Region,
    bool IsVerified,
    MatchedListing? Listing,
    IReadOnlyList<string> HsCodes,
    DateOnly? ValidUntil
);
