using System.Text.Encodings.Web;
using Matchmaking.Core.Matching.Pages;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Matchmaking.Web.Features.Matching;

/// <summary><c>&lt;marked text="…" marks="…" /&gt;</c>: a firm's own words with those marked that the other text has too.</summary>
public sealed class MarkedTagHelper(HtmlEncoder encoder) : TagHelper
{
    public string Text { get; set; } = string.Empty;

    public IReadOnlyList<TextRange> Marks { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var position = 0;
        foreach (var mark in Marks)
        {
            output.Content.AppendHtml(encoder.Encode(Text[position..mark.Start]));
            output.Content.AppendHtml("<mark>").AppendHtml(encoder.Encode(Text[mark.Start..mark.End])).AppendHtml("</mark>");
            position = mark.End;
        }

        output.Content.AppendHtml(encoder.Encode(Text[position..]));
    }
}
