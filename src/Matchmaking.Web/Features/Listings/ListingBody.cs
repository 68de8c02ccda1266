using System.ComponentModel.DataAnnotations;
using Matchmaking.Core.Common;
using Matchmaking.Core.Listings;

namespace Matchmaking.Web.Features.Listings;

/// <summary>An offer or a need as a program writes it; trimmed and read like the form of the site.</summary>
public sealed record ListingBody
{
    /// <summary>More than there are modes or regions.</summary>
    private const int CountLimit = 100;

    public required ListingKind Kind { get; init; }

    /// <summary>Left out: as detected in the text.</summary>
    public LanguageCode? Language { get; init; }

    [StringLength(ListingContent.TitleLimit)]
    public string? Title { get; init; }

    [StringLength(ListingContent.TextLimit)]
    public string? Text { get; init; }

    /// <summary>HS 2022, four or six digits, with or without a dot.</summary>
    [MaxLength(ListingContent.HsCodesLimit)]
    public IReadOnlyList<string>? HsCodes { get; init; }

    /// <summary>Ids of concepts that its words could name and that are not meant.</summary>
    [MaxLength(ListingContent.StruckConceptsLimit)]
    public IReadOnlyList<string>? StruckConcepts { get; init; }

    [MaxLength(CountLimit)]
    public IReadOnlyList<CooperationMode>? Modes { get; init; }

    [MaxLength(ListingContent.CertificatesLimit)]
    public IReadOnlyList<string>? Certificates { get; init; }

    [StringLength(ListingContent.QuantityLimit)]
    public string? Capacity { get; init; }

    [StringLength(ListingContent.QuantityLimit)]
    public string? MinimumOrder { get; init; }

    /// <summary>ISO 3166-2 codes of the other country; none means all.</summary>
    [MaxLength(CountLimit)]
    public IReadOnlyList<string>? Regions { get; init; }

    /// <summary>The last day on which it stands; left out: no end.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>The version that the change started from; of no meaning for a new draft.</summary>
    public long Version { get; init; }

    internal ListingContent ToContent() =>
        new ListingForm
        {
            Language = Language,
            Title = Title,
            Text = Text,
            HsCodes = string.Join('\n', HsCodes ?? []),
            Struck = [.. StruckConcepts?.OfType<string>() ?? []],
            Modes = [.. Modes ?? []],
            Certificates = string.Join('\n', Certificates ?? []),
            Capacity = Capacity,
            MinimumOrder = MinimumOrder,
            Regions = [.. Regions?.OfType<string>() ?? []],
            ValidUntil = ValidUntil,
        }.ToContent();
}
