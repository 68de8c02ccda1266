using Matchmaking.Core.Common;
using Matchmaking.Core.Language;
using Matchmaking.Core.Language.Lexicon;
using Matchmaking.Core.Listings;

namespace Matchmaking.Core.Matching.Scoring;

/// <summary>All that the scorer wants to know of a firm, small enough to read hundreds of them in a few milliseconds.</summary>
public sealed record MatchProfile
{
    private IReadOnlyList<string>? chapters;
    private IReadOnlyList<CooperationMode>? modes;

    public required Country Country { get; init; }

    /// <summary>A code of <see cref="Companies.Sectors"/>, or empty.</summary>
    public string Sector { get; init; } = string.Empty;

    /// <summary>ISO 3166-2 code, or empty.</summary>
    public string Region { get; init; } = string.Empty;

    /// <summary>Until when the firm's existence is evidenced, or null for not at all.</summary>
    public DateTime? VerifiedUntil { get; init; }

    public IReadOnlyList<MatchListing> Listings
    {
        get;
        init
        {
            field = value;
            chapters = null;
            modes = null;
        }
    } = [];

    /// <summary>HS chapters of its listings.</summary>
    public IReadOnlyList<string> Chapters =>
        chapters ??= [.. Listings.SelectMany(listing => listing.HsCodes).Select(code => code[..2]).Distinct()];

    public IReadOnlyList<CooperationMode> Modes => modes ??= [.. Listings.SelectMany(listing => listing.Modes).Distinct()];

    public bool IsVerified(DateTime now) => VerifiedUntil > now;
}

public sealed record MatchListing
{
    public required ListingId Id { get; init; }

    public required ListingKind Kind { get; init; }

    public required TermVector Terms { get; init; }

    /// <summary>Near those of listings that mean the like in other words; null without an encoder.</summary>
    public QuantizedVector? Meaning { get; init; }

    /// <summary>What each item of an enumeration in the title means; none where it names one thing. Only of the firm that asks.</summary>
    public IReadOnlyList<QuantizedVector> Parts { get; init; } = [];

    /// <summary>Under which its things fall by what its words mean, whatever codes it states; none without a lexicon.</summary>
    public IReadOnlyList<LikelyHeading> Headings { get; init; } = [];

    /// <summary>Four or six digits, those of the form and those in the text.</summary>
    public IReadOnlyList<string> HsCodes { get; init; } = [];

    public IReadOnlyList<CooperationMode> Modes { get; init; } = [];

    /// <summary>Folded, so that "ISO 9001" and "iso9001" are one.</summary>
    public IReadOnlyList<string> Certificates { get; init; } = [];

    /// <summary>Where the other side should be; none means anywhere.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    public DateOnly? ValidUntil { get; init; }

    public DateOnly ChangedOn { get; init; }

    public bool IsLive(DateOnly today) => ValidUntil is null || ValidUntil >= today;
}
