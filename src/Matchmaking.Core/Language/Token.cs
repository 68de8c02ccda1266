namespace Matchmaking.Core.Language;

/// <summary>What a token is, and by that how much it says. The text alone is the index term.</summary>
public enum TokenKind
{
    /// <summary>A whole word, name or grade, or a run of Han that is too short to be cut.</summary>
    Word,

    /// <summary>Two neighbouring Han characters or Hangul syllables of a longer run.</summary>
    Pair,

    /// <summary>A piece of a compound: "probnp" of "NT-proBNP", "811" of "NCM811".</summary>
    Part,

    /// <summary>A number, with its unit if it has one.</summary>
    Number,

    /// <summary>An HS code, as in <c>hs:850760</c>.</summary>
    Code,

    /// <summary>One character of a longer run: found by one-character queries, and never compared.</summary>
    Character,

    /// <summary>A word of the trade's phrases ("looking for", "당사", "求购"): found when asked for alone, and never compared.</summary>
    Filler,
}

/// <param name="Text">The term, the same for all engines.</param>
/// <param name="Start">Where it stands in the original text, in UTF-16 units.</param>
/// <param name="End">Exclusive.</param>
public readonly record struct Token(string Text, TokenKind Kind, int Start, int End)
{
    /// <summary>How much the kind says when two texts are compared, before the rarity of the term; 0 for what only serves to find.</summary>
    public float Weight =>
        Kind switch
        {
            TokenKind.Word or TokenKind.Code => 1f,
            TokenKind.Pair => 0.5f,
            TokenKind.Part => 0.4f,
            TokenKind.Number => 0.3f,
            _ => 0f,
        };
}
