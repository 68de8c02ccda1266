using System.Text;

namespace Matchmaking.Core.Language;

/// <summary>
/// Turns a text of any of the three languages into the terms that every engine indexes as they are. Han is cut into pairs,
/// Korean words lose their endings and are cut into pairs of syllables beside, Latin words and grades are kept whole and in pieces,
/// numbers keep their units. A query takes the same tokens without those of kind <see cref="TokenKind.Character"/>.
/// </summary>
public static class Tokenizer
{
    /// <summary>Longest term, in UTF-16 units; what is longer was not written as a word.</summary>
    private const int LongestTerm = 64;

    public static IReadOnlyList<Token> Tokenize(string text) => Tokenize(TextNormalizer.Normalize(text));

    /// <summary>Ranges are those of the text before it was normalised.</summary>
    public static IReadOnlyList<Token> Tokenize(NormalizedText normalized)
    {
        // Han and Hangul give about two a character.
        var tokens = new List<Token>(2 * normalized.Text.Length);
        Tokenize(normalized, tokens);
        return tokens;
    }

    /// <summary>For whoever reads many texts one after the other and keeps the tokens of none.</summary>
    internal static void Tokenize(NormalizedText normalized, List<Token> into)
    {
        var tokens = new TokenList(normalized, into);
        var folded = normalized.Text;
        var position = 0;
        while (position < folded.Length)
        {
            var rune = Rune.GetRuneAt(folded, position);
            switch (Scripts.Of(rune))
            {
                case Script.Han:
                    position = HanRuns.Cut(folded, position, tokens);
                    break;
                case Script.Hangul:
                    position = KoreanWords.Cut(folded, position, tokens);
                    break;
                case Script.Alphabetic:
                    position = LatinWords.Cut(folded, position, tokens);
                    break;
                default:
                    position += rune.Utf16SequenceLength;
                    break;
            }
        }
    }

    /// <summary>Collects tokens with their ranges in the original text.</summary>
    internal sealed class TokenList(NormalizedText source, List<Token> tokens)
    {
        public void Add(TokenKind kind, int start, int end) => Add(ShortTerms.Of(source.Text, start, end), kind, start, end);

        public void Add(string term, TokenKind kind, int start, int end)
        {
            var range = source.Source(start, end);
            tokens.Add(new Token(term.Length > LongestTerm ? term[..LongestTerm] : term, kind, range.Start.Value, range.End.Value));
        }

        /// <summary>All single characters and pairs of a run of Han or Hangul.</summary>
        public void AddCharactersAndPairs(int start, int end, TokenKind pairs)
        {
            var previous = -1;
            for (var position = start; position < end; )
            {
                var next = position + Rune.GetRuneAt(source.Text, position).Utf16SequenceLength;
                Add(TokenKind.Character, position, next);
                if (previous >= 0)
                {
                    Add(pairs, previous, next);
                }

                previous = position;
                position = next;
            }
        }
    }
}
