using Matchmaking.Core.Language;
using Matchmaking.Core.Language.Glossary;

namespace Matchmaking.Core.Matching.Scoring;

/// <summary>A text taken apart for marks and reasons.</summary>
internal sealed class ReadText
{
    /// <param name="tokens">Takes those of the text, instead of those it held: a list for each text that is looked at beside others.</param>
    public ReadText(string text, ConceptFinder finder, List<Token> tokens)
    {
        var normalized = TextNormalizer.Normalize(text);
        tokens.Clear();
        Tokenizer.Tokenize(normalized, tokens);
        Tokens = tokens;
        Mentions = finder.Find(text, normalized);
    }

    public IReadOnlyList<Token> Tokens { get; }

    public IReadOnlyList<ConceptMention> Mentions { get; }
}
