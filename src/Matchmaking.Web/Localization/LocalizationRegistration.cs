using Matchmaking.Core.Common;
using Microsoft.AspNetCore.Localization;

namespace Matchmaking.Web.Localization;

internal static class LocalizationRegistration
{
    /// <summary>The reader's choice is kept in this cookie, and in the profile of a signed-in person.</summary>
    public const string CookieName = "language";

    public static IServiceCollection AddSiteLocalization(this IServiceCollection services)
    {
        services.AddLocalization();
        return services.Configure<RequestLocalizationOptions>(options =>
        {
            var cultures = LanguageCodes.All.Select(language => language.ToCulture()).ToArray();
            options.SetDefaultCulture("en").AddSupportedCultures(cultures).AddSupportedUICultures(cultures);
            options.ApplyCurrentCultureToResponseHeaders = true;
            options.RequestCultureProviders =
            [
                new CookieRequestCultureProvider { CookieName = CookieName },
                new AcceptLanguageHeaderRequestCultureProvider(),
            ];
        });
    }
}
