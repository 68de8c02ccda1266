using Matchmaking.Core.Language;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.Indexing;

namespace Matchmaking.Core.Matching.Pages;

/// <summary>Where two texts say the same, or where a text says what was asked for.</summary>
public static class TextMarks
{
    /// <summary>Words that nearly all firms use are shared and mean nothing.</summary>
    private const float LeastRarity = 0.25f;

    /// <summary>The words that both listings use and that say something.</summary>
    public static IReadOnlySet<string> Shared(ListingContent left, ListingContent right, TermStatistics statistics)
    {
        var shared = TermsOf(left);
        shared.IntersectWith(TermsOf(right));
        shared.RemoveWhere(term => statistics.Rarity(term) < LeastRarity);
        return shared;
    }

    /// <summary>Ranges of the text that are one of the terms, in order; those that touch are one.</summary>
    public static IReadOnlyList<TextRange> Of(string text, IReadOnlySet<string> terms)
    {
        var ranges = new List<TextRange>();
        foreach (var token in Tokenizer.Tokenize(text).Where(token => terms.Contains(token.Text)).OrderBy(token => token.Start))
        {
            if (ranges.Count > 0 && token.Start <= ranges[^1].End)
            {
                ranges[^1] = new TextRange(ranges[^1].Start, Math.Max(ranges[^1].End, token.End));
            }
            else
            {
                ranges.Add(new TextRange(token.Start, token.End));
            }
        }

        return ranges;
    }

    private static HashSet<string> TermsOf(ListingContent content) =>
        Tokenizer
            .Tokenize(content.Title)
            .Concat(Tokenizer.Tokenize(content.Text))
            .Where(token => token.Weight > 0)
            .Select(token => token.Text)
            .ToHashSet(StringComparer.Ordinal);
}
