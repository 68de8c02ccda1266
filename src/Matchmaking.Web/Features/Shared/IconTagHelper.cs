using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Matchmaking.Web.Features.Shared;

/// <summary><c>&lt;icon name="check" /&gt;</c>: a decorative icon of the sprite; the words beside it carry the meaning.</summary>
public sealed class IconTagHelper : TagHelper
{
    public string Name { get; set; } = string.Empty;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "icon");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.SetHtmlContent($"<use href=\"/img/icons.svg#{System.Net.WebUtility.HtmlEncode(Name)}\"></use>");
    }
}
