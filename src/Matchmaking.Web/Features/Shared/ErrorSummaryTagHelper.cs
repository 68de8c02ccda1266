using System.Text.Encodings.Web;
using Matchmaking.Web.Localization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Shared;

/// <summary><c>&lt;error-summary /&gt;</c>: every error of the form in one list on top, each leading to its field. Nothing when all is well.</summary>
public sealed class ErrorSummaryTagHelper(IHtmlGenerator generator, HtmlEncoder encoder, IStringLocalizer<Texts> texts) : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var entries = ViewContext.ViewData.ModelState.Where(entry => entry.Value!.Errors.Count > 0).ToList();
        if (entries.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "notice error");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        var items = new HtmlContentBuilder();
        var labels = FieldLabels.Of(ViewContext.HttpContext);
        foreach (var (name, entry) in entries)
        {
            var id = TagBuilder.CreateSanitizedId(name, generator.IdAttributeDotReplacement);
            foreach (var error in entry!.Errors)
            {
                _ =
                    name.Length == 0
                        ? items.AppendHtml("<li>").Append(error.ErrorMessage).AppendHtml("</li>")
                        : items
                            .AppendHtml($"<li><a href=\"#{encoder.Encode(id)}\">")
                            .AppendHtml(new NamedError(id, error.ErrorMessage, labels, texts))
                            .AppendHtml("</a></li>");
            }
        }

        output
            .Content.AppendHtml("<svg class=\"icon\" aria-hidden=\"true\"><use href=\"/img/icons.svg#alert\"></use></svg><div><h2>")
            .Append(texts["This is not right yet"])
            .AppendHtml("</h2><ul>")
            .AppendHtml(items)
            .AppendHtml("</ul><p>")
            .Append(texts["What you typed is still here."])
            .AppendHtml("</p></div>");
    }
}
