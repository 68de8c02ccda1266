using Matchmaking.Core.Language;
using Matchmaking.Core.Language.Glossary;

namespace Matchmaking.Core.Matching.Scoring;

/// <summary>A text taken apart for marks and reasons.</summary>
internal sealed class ReadText
{
    private readonly HashSet<string> terms;

    public ReadText(string text, ConceptFinder finder)
    {
        var normalized = TextNormalizer.Normalize(text);
        Tokens = Tokenizer.Tokenize(normalized);
        Mentions = finder.Find(text, normalized);
        terms = new HashSet<string>(Tokens.Count, StringComparer.Ordinal);
        for (var place = 0; place < Tokens.Count; place++)
        {
            if (Tokens[place].Weight > 0)
            {
                terms.Add(Tokens[place].Text);
            }
        }
    }

    public IReadOnlyList<Token> Tokens { get; }

    public IReadOnlyList<ConceptMention> Mentions { get; }

    /// <summary>Those that say something when two texts are compared.</summary>
    public IReadOnlySet<string> Terms => terms;

    public bool Says(string term) => terms.Contains(term);
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
