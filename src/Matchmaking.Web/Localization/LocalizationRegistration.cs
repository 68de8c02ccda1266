using Matchmaking.Core.Common;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Matchmaking.Web.Localization;

internal static class LocalizationRegistration
{
    /// <summary>The reader's choice is kept in this cookie, and in the profile of a signed-in person.</summary>
    public const string CookieName = "language";

    public static IServiceCollection AddSiteLocalization(this IServiceCollection services)
    {
        services.AddSingleton<IStringLocalizerFactory, TextsFactory>();
        services.AddLocalization();
        services.AddSingleton<IConfigureOptions<MvcOptions>, LocalizedBindingMessages>();
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
