using Matchmaking.Web.Localization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Shared;

/// <summary><c>&lt;error-summary /&gt;</c>: every error of the form in one list on top, each leading to its field. Nothing when all is well.</summary>
public sealed class ErrorSummaryTagHelper(IHtmlGenerator generator, IStringLocalizer<Texts> texts) : TagHelper
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
        var errors = new ErrorList(
            [
                .. entries.Select(entry => new FieldErrors(
                    TagBuilder.CreateSanitizedId(entry.Key, generator.IdAttributeDotReplacement),
                    [.. entry.Value!.Errors.Select(error => error.ErrorMessage)]
                )),
            ],
            FieldLabels.Of(ViewContext.HttpContext),
            texts
        );
        output
            .Content.AppendHtml("<svg class=\"icon\" aria-hidden=\"true\"><use href=\"/img/icons.svg#alert\"></use></svg><div><h2>")
            .Append(texts["This is not right yet"])
            .AppendHtml("</h2><ul>")
            .AppendHtml(errors)
            .AppendHtml("</ul><p>")
            .AppendHtml(new KeptSentence(ViewContext.HttpContext, texts))
            .AppendHtml("</p></div>");
    }
}
