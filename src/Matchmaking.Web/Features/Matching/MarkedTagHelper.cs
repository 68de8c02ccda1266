using System.Text.Encodings.Web;
using Matchmaking.Core.Matching.Pages;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Matchmaking.Web.Features.Matching;

/// <summary><c>&lt;marked text="…" marks="…" /&gt;</c>: a firm's own words with those marked that the other text has too.</summary>
public sealed class MarkedTagHelper : TagHelper
{
    public string Text { get; set; } = string.Empty;

    public IReadOnlyList<TextRange> Marks { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(new MarkedText(Text, Marks));
    }

    /// <summary>Written where it goes: a page has hundreds of pieces.</summary>
    private sealed class MarkedText(string text, IReadOnlyList<TextRange> marks) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            var position = 0;
            foreach (var mark in marks)
            {
                encoder.Encode(writer, text, position, mark.Start - position);
                writer.Write("<mark>");
                encoder.Encode(writer, text, mark.Start, mark.End - mark.Start);
                writer.Write("</mark>");
                position = mark.End;
            }

            encoder.Encode(writer, text, position, text.Length - position);
        }
    }
}
