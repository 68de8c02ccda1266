using Matchmaking.Core.Common;

namespace Matchmaking.Core.Listings;

/// <summary>Everything that the firm writes in one listing, in its own words and language.</summary>
public sealed record ListingContent
{
    public const int TitleLimit = 120;
    public const int TextLimit = 4000;

    public required LanguageCode Language { get; init; }

    public required string Title { get; init; }

    public required string Text { get; init; }

    /// <summary>HS 2022 codes without a dot: a heading (four digits) or a subheading (six).</summary>
    public IReadOnlyList<string> HsCodes { get; init; } = [];

    public IReadOnlyList<CooperationMode> Modes { get; init; } = [];

    /// <summary>As the firm writes them: "ISO 9001", "KC", "CCC".</summary>
    public IReadOnlyList<string> Certificates { get; init; } = [];

    /// <summary>What can be made or is needed in what time, in the firm's words.</summary>
    public string Capacity { get; init; } = string.Empty;

    public string MinimumOrder { get; init; } = string.Empty;

    /// <summary>ISO 3166-2 codes of the regions on the other side that the firm has in mind; none means all.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>The last day on which it stands, or null for no end.</summary>
    public DateOnly? ValidUntil { get; init; }
}
