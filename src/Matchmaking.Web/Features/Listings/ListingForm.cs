using System.ComponentModel.DataAnnotations;
using Matchmaking.Core.Common;
using Matchmaking.Core.Language;
using Matchmaking.Core.Listings;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Matchmaking.Web.Features.Listings;

/// <summary>An offer or a need as it is written.</summary>
public sealed class ListingForm
{
    public ListingKind Kind { get; set; }

    /// <summary>Null: as detected in the text.</summary>
    public LanguageCode? Language { get; set; }

    [StringLength(ListingContent.TitleLimit)]
    public string? Title { get; set; }

    /// <summary>Browsers count a line break as one character and send two.</summary>
    [StringLength(ListingContent.TextLimit)]
    public string? Text
    {
        get;
        set => field = value?.Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    /// <summary>With or without dots, between commas or spaces.</summary>
    [StringLength(200)]
    public string? HsCodes { get; set; }

    /// <summary>Codes that were suggested and ticked; they join the others.</summary>
    public string[] Suggested { get; set; } = [];

    /// <summary>Ids of concepts that are not meant.</summary>
    public string[] Struck { get; set; } = [];

    public CooperationMode[] Modes { get; set; } = [];

    /// <summary>Between commas or on lines of their own.</summary>
    [StringLength(ListingContent.CertificatesLimit * (ListingContent.CertificateLimit + 2))]
    public string? Certificates { get; set; }

    [StringLength(ListingContent.QuantityLimit)]
    public string? Capacity { get; set; }

    [StringLength(ListingContent.QuantityLimit)]
    public string? MinimumOrder { get; set; }

    public string[] Regions { get; set; } = [];

    public DateOnly? ValidUntil { get; set; }

    /// <summary>The version that the edit started from; zero for a new one.</summary>
    public long Version { get; set; }

    /// <summary>The listing as it stands now, for the page around the form; null while there is none.</summary>
    [BindNever, ValidateNever]
    public OwnListing? Present { get; set; }

    /// <summary>Somebody else was faster: the page shows their words beside these.</summary>
    [BindNever, ValidateNever]
    public bool IsStale { get; set; }

    /// <summary>The firm's own; the regions to choose from are the other side's.</summary>
    [BindNever, ValidateNever]
    public Country Country { get; set; }

    public static ListingForm Of(OwnListing listing)
    {
        var content = listing.Working;
        return new ListingForm
        {
            Kind = listing.Kind,
            Language = content.Language == Detected(content.Title, content.Text) ? null : content.Language,
            Title = content.Title,
            Text = content.Text,
            HsCodes = string.Join(", ", content.HsCodes.Select(HsNomenclature.Format)),
            Struck = [.. content.StruckConcepts],
            Modes = [.. content.Modes],
            Certificates = string.Join(", ", content.Certificates),
            Capacity = content.Capacity,
            MinimumOrder = content.MinimumOrder,
            Regions = [.. content.Regions],
            ValidUntil = content.ValidUntil,
            Version = listing.Version,
            Present = listing,
            Country = listing.Country,
        };
    }

    public ListingContent ToContent() =>
        new()
        {
            Language = Language ?? Detected(Title, Text),
            Title = Title?.Trim() ?? string.Empty,
            Text = Text?.Trim() ?? string.Empty,
            HsCodes = [.. Parts(HsCodes, ",;、，；\n ").Concat(Suggested).Select(HsCode).Distinct()],
            StruckConcepts = [.. Struck.Distinct()],
            Modes = [.. Modes.Distinct().Order()],
            Certificates = [.. Parts(Certificates, ",;、，；\n").Distinct()],
            Capacity = Capacity?.Trim() ?? string.Empty,
            MinimumOrder = MinimumOrder?.Trim() ?? string.Empty,
            Regions = [.. Regions.Distinct()],
            ValidUntil = ValidUntil,
        };

    private static LanguageCode Detected(string? title, string? text) => LanguageDetector.Detect($"{title} {text}");

    /// <summary>What is no code stays as it was written, so that the message can name it.</summary>
    private static string HsCode(string written) => HsNomenclature.TryParse(written, out var code) ? code : written;

    private static string[] Parts(string? text, string separators) =>
        (text ?? string.Empty).Split(separators.ToCharArray(), StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
