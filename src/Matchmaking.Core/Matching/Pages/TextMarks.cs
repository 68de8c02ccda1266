using Matchmaking.Core.Language;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.Indexing;

namespace Matchmaking.Core.Matching.Pages;

/// <summary>Where two texts say the same, or where a text says what was asked for. Keeps the words of the texts that it has seen.</summary>
internal sealed class TextMarks
{
    /// <summary>Words that nearly all firms use are shared and mean nothing.</summary>
    private const float LeastRarity = 0.25f;

    private readonly Dictionary<string, IReadOnlyList<Token>> tokensByText = new(StringComparer.Ordinal);
    private readonly Dictionary<ListingContent, IReadOnlySet<string>> termsByListing = new(ReferenceEqualityComparer.Instance);

    /// <summary>The words that both listings use and that say something.</summary>
    public IReadOnlySet<string> Shared(ListingContent left, ListingContent right, TermStatistics statistics)
    {
        var shared = new HashSet<string>(TermsOf(left), StringComparer.Ordinal);
        shared.IntersectWith(TermsOf(right));
        shared.RemoveWhere(term => statistics.Rarity(term) < LeastRarity || !TellingWords.Says(term));
        return shared;
    }

    /// <summary>Ranges of the text that are one of the terms, in order; those that touch are one.</summary>
    /// <param name="more">Further ranges to mark.</param>
    public IReadOnlyList<TextRange> Of(string text, IReadOnlySet<string> terms, IReadOnlyList<TextRange> more)
    {
        var ranges = new List<TextRange>();
        var found = TokensOf(text).Where(token => terms.Contains(token.Text)).Select(token => new TextRange(token.Start, token.End));
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

    private IReadOnlySet<string> TermsOf(ListingContent content)
    {
        if (!termsByListing.TryGetValue(content, out var terms))
        {
            terms = TokensOf(content.Title)
                .Concat(TokensOf(content.Text))
                .Where(token => token.Weight > 0)
                .Select(token => token.Text)
                .ToHashSet(StringComparer.Ordinal);
            termsByListing.Add(content, terms);
        }

        return terms;
    }

    private IReadOnlyList<Token> TokensOf(string text)
    {
        if (!tokensByText.TryGetValue(text, out var tokens))
        {
            tokens = Tokenizer.Tokenize(text);
            tokensByText.Add(text, tokens);
        }

        return tokens;
    }
}
