using System.Text.Encodings.Web;
using Matchmaking.Web.Localization;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Shared;

/// <summary>What the fields of this page are called, by the ids of their controls.</summary>
internal static class FieldLabels
{
    public static Dictionary<string, string> Of(HttpContext context)
    {
        if (context.Items[typeof(FieldLabels)] is not Dictionary<string, string> labels)
        {
            context.Items[typeof(FieldLabels)] = labels = new Dictionary<string, string>(StringComparer.Ordinal);
        }

        return labels;
    }
}

/// <summary>
/// An error in the summary, with the name of its field where the sentence does not hold it. Written when the whole page is known: the
/// summary stands above the fields.
/// </summary>
internal sealed class NamedError(string id, string sentence, IReadOnlyDictionary<string, string> labels, IStringLocalizer<Texts> texts)
    : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var isNamed = !labels.TryGetValue(id, out var label) || sentence.Contains(label, StringComparison.CurrentCultureIgnoreCase);
        writer.Write(encoder.Encode(isNamed ? sentence : texts["{0}: {1}", label!, sentence]));
    }
}
