using System.Globalization;
using Matchmaking.Core.Common;

namespace Matchmaking.Web.Localization;

/// <summary>Texts, dates and numbers in another language than the request's, until disposed.</summary>
internal sealed class LanguageScope : IDisposable
{
    private readonly CultureInfo culture = CultureInfo.CurrentCulture;
    private readonly CultureInfo interfaceCulture = CultureInfo.CurrentUICulture;

    public LanguageScope(LanguageCode language) =>
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language.ToCulture());

    public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, interfaceCulture);
}
