using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Matchmaking.Web.Localization;

/// <summary>
/// <c>&lt;table keep-dates&gt;</c>: no date in it breaks at the end of a line. Browsers break behind a hyphen, and between any two Chinese
/// characters.
/// </summary>
[HtmlTargetElement(Attributes = Name)]
public sealed partial class KeepDatesTagHelper : TagHelper
{
    private const string Name = "keep-dates";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.RemoveAll(Name);
        var content = await output.GetChildContentAsync();
        output.Content.SetHtmlContent(Dates().Replace(content.GetContent(), "<span class=\"together\">$0</span>"));
    }

    /// <summary>Dates of texts, not of attributes; a day of the week apart, since both together may be wider than a column.</summary>
    [GeneratedRegex(
        @"([0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日|（周.）)(?![^<>]*>)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Dates();
}
