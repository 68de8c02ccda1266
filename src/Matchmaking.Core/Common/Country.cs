namespace Matchmaking.Core.Common;

/// <summary>The two sides, by their ISO 3166-1 codes.</summary>
public enum Country
{
    CN,
    KR,
}

public static class Countries
{
    public static Country Other(this Country country) => country == Country.CN ? Country.KR : Country.CN;

    public static LanguageCode Language(this Country country) => country == Country.CN ? LanguageCode.Zh : LanguageCode.Ko;

    /// <summary>To be added to UTC; neither country has summer time.</summary>
    public static TimeSpan Offset(this Country country) => TimeSpan.FromHours(country == Country.CN ? 8 : 9);
}
