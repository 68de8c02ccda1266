using Matchmaking.Core.Common;

namespace Matchmaking.Core.Companies;

/// <summary>What a firm says of itself in public.</summary>
public sealed record CompanyProfile
{
    /// <summary>The name in its own script, in the other side's and in Latin letters; the first and the last are always there.</summary>
    public required LocalizedText Names { get; init; }

    /// <summary>A code of <see cref="Sectors"/>.</summary>
    public required string Sector { get; init; }

    /// <summary>ISO 3166-2 code of <see cref="Regions"/>, or empty.</summary>
    public string Region { get; init; } = string.Empty;

    /// <summary>Absolute http or https address, or empty.</summary>
    public string Website { get; init; } = string.Empty;

    /// <summary>Free text in <see cref="AboutLanguage"/>, or empty.</summary>
    public string About { get; init; } = string.Empty;

    public LanguageCode AboutLanguage { get; init; }
}
