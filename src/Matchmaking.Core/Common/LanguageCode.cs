namespace Matchmaking.Core.Common;

/// <summary>The three languages of the platform; Chinese is written in simplified characters.</summary>
public enum LanguageCode
{
    Zh,
    Ko,
    En,
}

public static class LanguageCodes
{
    public static readonly IReadOnlyList<LanguageCode> All = [LanguageCode.Zh, LanguageCode.Ko, LanguageCode.En];

    /// <summary><c>zh</c>, <c>ko</c> or <c>en</c>, as in files and in the API.</summary>
    public static string ToCode(this LanguageCode language) =>
        language switch
        {
            LanguageCode.Zh => "zh",
            LanguageCode.Ko => "ko",
            _ => "en",
        };

    /// <summary>The culture name, which is also the value of an HTML <c>lang</c> attribute.</summary>
    public static string ToCulture(this LanguageCode language) => language == LanguageCode.Zh ? "zh-Hans" : language.ToCode();

    public static bool TryParse(string? code, out LanguageCode language)
    {
        language = code switch
        {
            "zh" or "zh-Hans" => LanguageCode.Zh,
            "ko" => LanguageCode.Ko,
            _ => LanguageCode.En,
        };
        return code is "zh" or "zh-Hans" or "ko" or "en";
    }
}
