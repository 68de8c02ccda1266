using Matchmaking.Core.Matching.Pages;

namespace Matchmaking.Web.Features.Matching;

/// <summary>What of a listing is shown in a row: its title, or the part of its text where the matched words stand when the title has none.</summary>
public sealed record Excerpt(string Text, IReadOnlyList<TextRange> Marks)
{
    private const int Length = 90;
    private const int Before = 24;

    public static Excerpt Of(MatchedListing listing)
    {
        if (listing.TitleMarks.Count > 0 || listing.TextMarks.Count == 0)
        {
            return new Excerpt(listing.Title, listing.TitleMarks);
        }

        var start = AtCharacter(listing.Text, Math.Max(0, listing.TextMarks[0].Start - Before));
        var end = AtCharacter(listing.Text, Math.Min(listing.Text.Length, Math.Max(start + Length, listing.TextMarks[0].End)));
        var lead = start > 0 ? "…" : string.Empty;
        var shift = lead.Length - start;
        return new Excerpt(
            lead + listing.Text[start..end] + (end < listing.Text.Length ? "…" : string.Empty),
            [.. listing.TextMarks.Where(mark => mark.End <= end).Select(mark => new TextRange(mark.Start + shift, mark.End + shift))]
        );
    }

    /// <summary>Never between the two halves of a character beyond the basic plane.</summary>
    private static int AtCharacter(string text, int position) =>
        position > 0 && position < text.Length && char.IsLowSurrogate(text[position]) ? position - 1 : position;
}
