using System.Text.Encodings.Web;
using Matchmaking.Web.Localization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Shared;

/// <summary>Notes that the page has a password field, which alone comes back empty after an error.</summary>
[HtmlTargetElement("input", Attributes = "[type=password]", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("input", Attributes = "asp-for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PasswordTagHelper : TagHelper
{
    // After the framework's own helper, which derives the type from the model.
    public override int Order => 1000;

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (output.Attributes["type"]?.Value?.ToString() == "password")
        {
            ViewContext.HttpContext.Items[typeof(PasswordTagHelper)] = true;
        }
    }
}

/// <summary>What of the form is still there. Written when the whole page is known, like the list of errors above it.</summary>
internal sealed class KeptSentence(HttpContext context, IStringLocalizer<Texts> texts) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder) =>
        encoder.Encode(
            writer,
            context.Items.ContainsKey(typeof(PasswordTagHelper))
                ? texts["Only the password has to be typed again."]
                : texts["What you typed is still here."]
        );
}
