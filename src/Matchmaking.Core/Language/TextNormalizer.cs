using System.Globalization;
using System.Text;

namespace Matchmaking.Core.Language;

/// <summary>
/// One form for what a reader takes for the same text: compatibility and width folded (NFKC), traditional characters simplified,
/// lower case. Format characters and marks that stay alone vanish; broken surrogates become blanks.
/// </summary>
public static class TextNormalizer
{
    /// <summary>Longest run of marks that is taken together; the Unicode stream-safe format allows 30.</summary>
    private const int LongestCluster = 32;

    private static readonly string?[] Folded = new string?[char.MaxValue + 1];

    public static string Fold(string text) => Normalize(text).Text;

    public static NormalizedText Normalize(string text)
    {
        var folded = new Folding(text.Length);
        var position = 0;
        while (position < text.Length)
        {
            var end = ClusterEnd(text, position);
            if (end == position + 1 && IsPlain(text[position]))
            {
                folded.Add(text[position], position, end);
            }
            else
            {
                folded.Add(
                    end == position + 1 ? FoldOne(text[position]) : FoldCluster(text.AsSpan(position, end - position)),
                    position,
                    end
                );
            }

            position = end;
        }

        return folded.ToText();
    }

    /// <summary>Characters that composition leaves as they are; nearly all of a real text.</summary>
    private static bool IsPlain(char character) =>
        character < 0x80 || IsHangulSyllable(character) || character is >= '\u4E00' and <= '\u9FFF';

    private static bool IsHangulSyllable(char character) => character is >= '\uAC00' and <= '\uD7A3';

    private static int ClusterEnd(string text, int start)
    {
        var end = start + (char.IsHighSurrogate(text[start]) && start + 1 < text.Length && char.IsLowSurrogate(text[start + 1]) ? 2 : 1);
        var limit = Math.Min(text.Length, start + LongestCluster);
        while (end < limit && Continues(text[end]))
        {
            end++;
        }

        return end;
    }

    private static bool Continues(char character)
    {
        if (character < '\u0300' || IsPlain(character) || char.IsSurrogate(character))
        {
            return false;
        }

        // Vowels and finals of conjoining jamo, and the half-width forms that compose like them.
        return character is >= '\u1160' and <= '\u11FF' or >= '\uFFA0' and <= '\uFFDC'
            || CharUnicodeInfo.GetUnicodeCategory(character)
                is UnicodeCategory.NonSpacingMark
                    or UnicodeCategory.SpacingCombiningMark
                    or UnicodeCategory.EnclosingMark
            || character is '\uFF9E' or '\uFF9F';
    }

    /// <summary>Punctuation and full-width letters come again and again, and folding asks the system's library.</summary>
    private static string FoldOne(char character) => Folded[character] ??= FoldCluster([character]);

    private static string FoldCluster(ReadOnlySpan<char> cluster)
    {
        var units = new StringBuilder(cluster.Length);
        Span<char> encoded = stackalloc char[2];
        foreach (var rune in Compose(cluster).EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark:
                    break;
                case UnicodeCategory.Control
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.SpaceSeparator:
                    units.Append(' ');
                    break;
                default:
                    var folded = rune == Rune.ReplacementChar ? new Rune(' ') : Rune.ToLowerInvariant(SimplifiedHan.Fold(rune));
                    units.Append(encoded[..folded.EncodeToUtf16(encoded)]);
                    break;
            }
        }

        return units.ToString();
    }

    private static string Compose(ReadOnlySpan<char> cluster)
    {
        // A lone surrogate makes string.Normalize throw; EnumerateRunes turns it into the replacement character.
        var wellFormed = new StringBuilder(cluster.Length);
        foreach (var rune in cluster.EnumerateRunes())
        {
            wellFormed.Append(rune.ToString());
        }

        return wellFormed.ToString().Normalize(NormalizationForm.FormKC);
    }

    /// <param name="capacity">Composing makes a text longer seldom.</param>
    private sealed class Folding(int capacity)
    {
        private char[] units = new char[capacity];
        private int[] starts = new int[capacity];
        private int[] ends = new int[capacity];
        private int count;

        /// <param name="character">A plain one.</param>
        public void Add(char character, int start, int end)
        {
            // Of the characters that composition leaves alone, none beyond ASCII has a case.
            if (character >= 0x80)
            {
                Append(SimplifiedHan.TryFold(character, out var simplified) ? simplified : character, start, end);
            }
            else
            {
                Append(char.IsControl(character) ? ' ' : char.ToLowerInvariant(character), start, end);
            }
        }

        /// <param name="folded">What one cluster of the source has become.</param>
        public void Add(string folded, int start, int end)
        {
            foreach (var unit in folded)
            {
                Append(unit, start, end);
            }
        }

        public NormalizedText ToText() => new(new string(units, 0, count), starts, ends);

        private void Append(char unit, int start, int end)
        {
            if (count == units.Length)
            {
                var more = Math.Max(2 * count, LongestCluster);
                Array.Resize(ref units, more);
                Array.Resize(ref starts, more);
                Array.Resize(ref ends, more);
            }

            (units[count], starts[count], ends[count]) = (unit, start, end);
            count++;
        }
    }
}
