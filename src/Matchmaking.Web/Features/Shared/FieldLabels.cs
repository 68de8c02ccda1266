using System.Text.Encodings.Web;
using Matchmaking.Web.Localization;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Shared;

/// <summary>What the fields of this page are called, by the ids of their controls, in the order of the page.</summary>
internal static class FieldLabels
{
    public static OrderedDictionary<string, string> Of(HttpContext context)
    {
        if (context.Items[typeof(FieldLabels)] is not OrderedDictionary<string, string> labels)
        {
            context.Items[typeof(FieldLabels)] = labels = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        }

        return labels;
    }
}

/// <param name="Id">Of the field; empty for an error of the whole form.</param>
internal sealed record FieldErrors(string Id, IReadOnlyList<string> Sentences);

/// <summary>
/// The errors of the summary: those of the whole form first, then those of the fields as these stand in the form, each with the name of its
/// field where the sentence does not hold it. Written when the whole page is known: the summary stands above the fields.
/// </summary>
internal sealed class ErrorList(IReadOnlyList<FieldErrors> fields, OrderedDictionary<string, string> labels, IStringLocalizer<Texts> texts)
    : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var field in fields.OrderBy(Place))
        {
            foreach (var sentence in field.Sentences)
            {
                writer.Write(
                    field.Id.Length == 0
                        ? $"<li>{encoder.Encode(sentence)}</li>"
                        : $"<li><a href=\"#{encoder.Encode(field.Id)}\">{encoder.Encode(Named(field.Id, sentence))}</a></li>"
                );
            }
        }
    }

    private int Place(FieldErrors field) =>
        field.Id.Length == 0 ? -1
        : labels.IndexOf(field.Id) is >= 0 and var place ? place
        : int.MaxValue;

    private string Named(string id, string sentence) =>
        !labels.TryGetValue(id, out var label) || sentence.Contains(label, StringComparison.CurrentCultureIgnoreCase)
            ? sentence
            : texts["{0}: {1}", label, sentence];
}
