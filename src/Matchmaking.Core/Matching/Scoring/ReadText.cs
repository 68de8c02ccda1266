using Matchmaking.Core.Language;
using Matchmaking.Core.Language.Glossary;

namespace Matchmaking.Core.Matching.Scoring;

/// <summary>A text taken apart for marks and reasons.</summary>
internal sealed class ReadText
{
    private readonly string[] terms;

    public ReadText(string text, ConceptFinder finder)
    {
        var normalized = TextNormalizer.Normalize(text);
        Tokens = Tokenizer.Tokenize(normalized);
        Mentions = finder.Find(text, normalized);
        terms = [.. Tokens.Where(token => token.Weight > 0).Select(token => token.Text).Distinct(StringComparer.Ordinal)];
        Array.Sort(terms, StringComparer.Ordinal);
    }

    public IReadOnlyList<Token> Tokens { get; }

    public IReadOnlyList<ConceptMention> Mentions { get; }

    /// <summary>The distinct terms that say something when two texts are compared.</summary>
    public IReadOnlyList<string> Terms => terms;

    public bool Says(string term) => Array.BinarySearch(terms, term, StringComparer.Ordinal) >= 0;
}

/// <summary>The texts of one page, which shows each of them in several pairs. Kept no longer: what lives for many pages costs more in collections than reading again.</summary>
internal sealed class ReadTexts(ConceptFinder finder)
{
    private readonly Dictionary<string, ReadText> texts = new(StringComparer.Ordinal);

    public ReadText Of(string text)
    {
        if (!texts.TryGetValue(text, out var known))
        {
            texts.Add(text, known = new ReadText(text, finder));
        }

        return known;
    }
}
