using Matchmaking.Core.Common;
using Microsoft.AspNetCore.Localization;

namespace Matchmaking.Web.Localization;

internal static class LanguageCookie
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    public static void SetLanguage(this HttpResponse response, LanguageCode language) =>
        response.Cookies.Append(
            LocalizationRegistration.CookieName,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language.ToCulture())),
            new CookieOptions { MaxAge = Kept, IsEssential = true }
        );
}
