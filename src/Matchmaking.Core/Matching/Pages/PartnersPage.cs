using System.Runtime.InteropServices;
using System.Text.Json.Serialization;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Listings;

namespace Matchmaking.Core.Matching.Pages;

public enum PartnerOrder
{
    Score,

    /// <summary>Firms whose listings changed last come first.</summary>
    Newest,
}

/// <summary>What the reader chose on the page; an empty list is no condition.</summary>
public sealed record PartnersRequest
{
    public const int PageSize = 20;

    /// <summary>Which of my listings count; none means all. Ignored for the page of one listing.</summary>
    public IReadOnlyList<ListingId> Listings { get; init; } = [];

    public IReadOnlyList<string> Sectors { get; init; } = [];

    /// <summary>HS chapters, two digits each.</summary>
    public IReadOnlyList<string> Chapters { get; init; } = [];

    public IReadOnlyList<CooperationMode> Modes { get; init; } = [];

    public IReadOnlyList<string> Regions { get; init; } = [];

    public bool VerifiedOnly { get; init; }

    /// <summary>Words that the partner must use, in any of its listings or names; as many as in a <see cref="SearchRequest.Query"/>.</summary>
    public string Text
    {
        get;
        init => field = SearchRequest.Cut(value);
    } = string.Empty;

    public PartnerOrder Order { get; init; }

    /// <summary>From 1; a number beyond the last page gives the last one.</summary>
    public int Page { get; init; } = 1;
}

public enum PartnersState
{
    Ranked,

    /// <summary>The firm has written nothing yet.</summary>
    NoListing,

    /// <summary>There are listings, and none of them is published.</summary>
    NothingLive,

    /// <summary>The search index is being built; what is shown may be incomplete.</summary>
    IndexBuilding,
}

/// <param name="Listings">My live listings, to choose among.</param>
public sealed record PartnersPage(
    PartnersState State,
    Page<PartnerRow> Partners,
    PartnerFacets Facets,
    IReadOnlyList<OwnListingChoice> Listings,
    IReadOnlyList<Improvement> Advice
)
{
    /// <summary>Another one whenever a page is made: what is drawn from it may be kept by it.</summary>
    [JsonIgnore]
    public Guid Made { get; } = Guid.NewGuid();
}

/// <param name="Partners">Firms that have something for it.</param>
public sealed record OwnListingChoice(ListingId Id, ListingKind Kind, LanguageCode Language, string Title, int Partners, bool Chosen);

/// <param name="Certificates">In their words; marked when one of my needs asks for it.</param>
/// <param name="Modes">Of their live listings; marked when I named it too.</param>
/// <param name="Raises">What I could do to raise the score with this firm, the most first.</param>
public sealed record PartnerRow(
    CompanyId Id,
    Country Country,
    LocalizedText Names,
    string Sector,
    string Region,
    IReadOnlyList<VerifiedClaim> Verified,
    double Score,
    DirectionRow TheyOffer,
    DirectionRow TheyNeed,
    IReadOnlyList<Chip<string>> Certificates,
    IReadOnlyList<Chip<CooperationMode>> Modes,
    IReadOnlyList<Improvement> Raises
);

/// <param name="Agency">Names of the agency that checked it.</param>
public sealed record VerifiedClaim(EvidenceClaim Claim, DateTime CheckedAt, DateTime? ExpiresAt, LocalizedText Agency);

/// <param name="Asked">The reader's own listings ask for it.</param>
public sealed record Chip<T>(T Value, bool Asked);

/// <summary>One direction: what they offer for my needs, or what they need of my offers.</summary>
/// <param name="Score">In [0, 1].</param>
/// <param name="IsStated">False when one of the two firms says nothing for this direction; the score is then assumed.</param>
/// <param name="Decides">The weaker of the two directions.</param>
/// <param name="Pairs">Best first; each listing stands in one pair at most.</param>
public sealed record DirectionRow(double Score, bool IsStated, bool Decides, IReadOnlyList<PairRow> Pairs);

/// <param name="Score">In [0, 1]; the points of the reasons add up to it.</param>
public sealed record PairRow(MatchedListing Theirs, MatchedListing Mine, double Score, IReadOnlyList<Reason> Reasons);

/// <param name="TitleMarks">Words that the other text has too, in order and apart.</param>
public sealed record MatchedListing(
    ListingId Id,
    LanguageCode Language,
    string Title,
    string Text,
    IReadOnlyList<TextRange> TitleMarks,
    IReadOnlyList<TextRange> TextMarks
);

/// <summary>In UTF-16 units; the end is exclusive.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TextRange(int Start, int End);

/// <param name="Key">
/// <c>words</c> (the words), <c>hs-subheading</c>, <c>hs-heading</c>, <c>hs-chapter</c> (a code), <c>mode</c> (a code of
/// <see cref="CooperationModes"/>), <c>certificate</c> (as written), <c>region</c> (a code), <c>verified</c>, <c>fresh</c> (days).
/// </param>
/// <param name="Points">Share of the score, in [0, 1].</param>
public sealed record Reason(string Key, IReadOnlyList<string> Arguments, double Points);

/// <param name="Key">
/// <c>certificate</c> (as written), <c>mode</c> (a code), <c>hs</c> (a code), <c>region</c> (a code), <c>verify</c>, <c>refresh</c>,
/// <c>write-need</c>, <c>write-offer</c>.
/// </param>
/// <param name="Listing">Which of my listings to change, or null for the firm.</param>
/// <param name="ListingTitle">Its title, in its own language.</param>
/// <param name="Points">By how much the score would rise, in [0, 1].</param>
public sealed record Improvement(string Key, IReadOnlyList<string> Arguments, ListingId? Listing, string? ListingTitle, double Points);

/// <summary>How many of the best candidates have each value, the most first; a group's own choice does not narrow its counts.</summary>
public sealed record PartnerFacets(
    IReadOnlyList<Facet<string>> Sectors,
    IReadOnlyList<Facet<string>> Chapters,
    IReadOnlyList<Facet<CooperationMode>> Modes,
    IReadOnlyList<Facet<string>> Regions,
    Facet<bool> Verified
);

public sealed record Facet<T>(T Value, int Count, bool Chosen);
