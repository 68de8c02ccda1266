using System.Text.Encodings.Web;
using Matchmaking.Core.Common;
using Matchmaking.Web.Localization;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Expos.Reports.HallKit;

/// <summary>Texts in all three languages beside each other, for paper that everybody reads.</summary>
internal sealed class TrilingualTexts(IStringLocalizer<Texts> localizer)
{
    public TrilingualText this[string key, params object[] arguments] =>
        new([.. LanguageCodes.All.Select(language => (language, In(language, key, arguments)))]);

    private string In(LanguageCode language, string key, object[] arguments)
    {
        using var scope = new LanguageScope(language);
        return localizer[key, arguments];
    }
}

/// <summary>As HTML, each language in an element of its own, so that a Chinese and a Korean font are taken for what is written in them.</summary>
internal sealed record TrilingualText(IReadOnlyList<(LanguageCode Language, string Text)> Texts) : IHtmlContent
{
    public string In(LanguageCode language) => Texts.First(item => item.Language == language).Text;

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var (language, text) in Texts)
        {
            writer.Write($"<span lang=\"{language.ToCulture()}\">");
            encoder.Encode(writer, text);
            writer.Write("</span> ");
        }
    }
}
