using System.Globalization;
using Matchmaking.Core.Common;
using Matchmaking.Web.Localization;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Expos.Reports.HallKit;

/// <summary>Texts in all three languages beside each other, for paper that everybody reads.</summary>
internal sealed class TrilingualTexts(IStringLocalizer<Texts> localizer)
{
    /// <summary>Each language in an element of its own, so that a Chinese and a Korean font are taken for what is written in them.</summary>
    public IHtmlContent this[string key]
    {
        get
        {
            var content = new HtmlContentBuilder();
            foreach (var language in LanguageCodes.All)
            {
                content.AppendFormat(
                    CultureInfo.InvariantCulture,
                    "<span lang=\"{0}\">{1}</span> ",
                    language.ToCulture(),
                    In(language, key)
                );
            }

            return content;
        }
    }

    public string In(LanguageCode language, string key)
    {
        using var scope = new LanguageScope(language);
        return localizer[key];
    }
}
