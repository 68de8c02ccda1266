using System.Text;
using Matchmaking.Core.Common;

namespace Matchmaking.Core.Companies;

/// <summary>What a firm says of itself in public.</summary>
public sealed record CompanyProfile
{
    /// <summary>The name in its own script, in the other side's and in Latin letters; firms that registered themselves have the first and the last.</summary>
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

    /// <summary>The rules for a firm of that country that is entered by a person.</summary>
    public IEnumerable<Error> Check(Country country)
    {
        if (Names.In(country.Language()).Length == 0)
        {
            yield return CompanyErrors.OwnName with
            {
                Field = country == Country.CN ? nameof(CompanyInput.NameZh) : nameof(CompanyInput.NameKo),
            };
        }

        if (!IsLatin(Names.En))
        {
            yield return CompanyErrors.LatinName;
        }

        if (!Sectors.IsKnown(Sector))
        {
            yield return CompanyErrors.Sector;
        }

        if (!Regions.IsKnown(country, Region))
        {
            yield return CompanyErrors.Region;
        }

        if (Website.Length > 0 && !IsWebAddress(Website))
        {
            yield return CompanyErrors.Website;
        }
    }

    public static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https"
        && address.UserInfo.Length == 0
        && address.Host.Length > 0;

    /// <summary>Has a letter or digit, and no letter from outside the Latin blocks of Unicode (accents and full width included).</summary>
    private static bool IsLatin(string name) =>
        name.EnumerateRunes().Any(Rune.IsLetterOrDigit)
        && name.EnumerateRunes()
            .Where(Rune.IsLetter)
            .All(rune => rune.Value is < 0x0250 or (>= 0x1E00 and <= 0x1EFF) or (>= 0xFF21 and <= 0xFF5A));
}
