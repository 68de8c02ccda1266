using System.Globalization;
using Matchmaking.Core.Common;

namespace Matchmaking.Web.Localization;

/// <summary>The language in which this request is answered.</summary>
public static class ReaderLanguage
{
    public static LanguageCode Current =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName switch
        {
            "zh" => LanguageCode.Zh,
            "ko" => LanguageCode.Ko,
            _ => LanguageCode.En,
        };
}
