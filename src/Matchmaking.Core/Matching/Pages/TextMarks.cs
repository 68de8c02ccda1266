using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Scoring;

namespace Matchmaking.Core.Matching.Pages;

/// <summary>Where two texts say the same, or where a text says what was asked for.</summary>
internal sealed class TextMarks(ReadTexts texts)
{
    /// <summary>Words that nearly all firms use are shared and mean nothing.</summary>
    private const float LeastRarity = 0.25f;

    /// <summary>The words that both listings use and that say something.</summary>
    public IReadOnlySet<string> Shared(ListingContent left, ListingContent right, TermStatistics statistics)
    {
        var (title, text) = (texts.Of(right.Title), texts.Of(right.Text));
        var shared = new HashSet<string>(StringComparer.Ordinal);
        foreach (var term in texts.Of(left.Title).Terms.Concat(texts.Of(left.Text).Terms))
        {
            if ((title.Says(term) || text.Says(term)) && statistics.Rarity(term) >= LeastRarity && TellingWords.Says(term))
            {
                shared.Add(term);
            }
        }

        return shared;
    }

    /// <summary>Ranges of the text that are one of the terms, in order; those that touch are one.</summary>
    /// <param name="more">Further ranges to mark.</param>
    public IReadOnlyList<TextRange> Of(string text, IReadOnlySet<string> terms, IReadOnlyList<TextRange> more)
    {
        if (terms.Count + more.Count == 0)
        {
            return [];
        }

        var ranges = new List<TextRange>();
        var found = texts.Of(text).Tokens.Where(token => terms.Contains(token.Text)).Select(token => new TextRange(token.Start, token.End));
        foreach (var token in found.Concat(more).OrderBy(range => range.Start))
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
}
