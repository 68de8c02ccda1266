using System.Runtime.InteropServices;
using System.Text;

namespace Matchmaking.Core.Language.Glossary;

/// <summary>What stands between two units of a text.</summary>
internal enum Gap
{
    None,

    /// <summary>Between the parts of any word: 乙烯-辛烯共聚物.</summary>
    Hyphen,

    /// <summary>Blanks, or one sign that joins words: <c>Wi-Fi</c>, <c>R&amp;D</c>, <c>회전자·고정자</c>.</summary>
    Soft,

    /// <summary>Punctuation, which no term crosses.</summary>
    Hard,
}

/// <summary>A Han character, a Hangul syllable, or letters or digits of a word.</summary>
/// <param name="Id">Equal for units that terms do not tell apart; −1 for a word that stands in no term.</param>
/// <param name="Start">In the folded text.</param>
/// <param name="End">Exclusive.</param>
/// <param name="Before">What divides it from the unit before.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TextUnit(int Id, int Start, int End, Script Script, Gap Before)
{
    /// <summary>In the same word as the unit before, as 811 in NCM811.</summary>
    public bool Continues(TextUnit previous) => Before == Gap.None && Script == previous.Script;
}

/// <summary>Cuts folded texts into units; words get their numbers in the order in which the terms bring them.</summary>
internal sealed class TextUnits
{
    /// <summary>Characters go by their code point, words by numbers behind all of these.</summary>
    private const int FirstWord = 0x110000;

    private readonly Dictionary<string, int> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> wordsBySpan;

    public TextUnits() => wordsBySpan = words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Of a term: words that are new get a number.</summary>
    public void Learn(string folded, List<TextUnit> units) => Cut(folded, units, learns: true);

    public void Cut(string folded, List<TextUnit> units) => Cut(folded, units, learns: false);

    private void Cut(string text, List<TextUnit> units, bool learns)
    {
        units.Clear();
        var last = 0;
        for (var position = 0; position < text.Length; )
        {
            var rune = char.IsSurrogate(text[position]) ? Rune.GetRuneAt(text, position) : new Rune(text[position]);
            var script = Scripts.Of(rune);
            if (script == Script.None)
            {
                position += rune.Utf16SequenceLength;
                continue;
            }

            var end = script == Script.Alphabetic ? PieceEnd(text, position) : position + rune.Utf16SequenceLength;
            var id = script == Script.Alphabetic ? Word(text.AsSpan(position, end - position), learns) : rune.Value;
            units.Add(new TextUnit(id, position, end, script, GapOf(text, last, position)));
            position = last = end;
        }
    }

    private static Gap GapOf(string text, int start, int end)
    {
        var between = text.AsSpan(start, end - start);
        return between.Length switch
        {
            0 => Gap.None,
            1 when between[0] is '-' or '‐' or '‑' or '–' => Gap.Hyphen,
            // One number: 12.5 is not 12.
            1 when between[0] is '.' or ',' && start > 0 && char.IsDigit(text[start - 1]) && char.IsDigit(text[end]) => Gap.None,
            1 when between[0] is ' ' or '_' or '/' or '&' or '\'' or '’' or '.' or '·' or '+' => Gap.Soft,
            _ when between.Trim(" -'’%").Length == 0 => Gap.Soft,
            _ => Gap.Hard,
        };
    }

    /// <summary>Letters or digits, so that NCM811, NCM 811 and NCM-811 are one.</summary>
    private static int PieceEnd(string text, int start)
    {
        var digits = char.IsDigit(text[start]);
        var end = start;
        while (end < text.Length)
        {
            var rune = char.IsSurrogate(text[end]) ? Rune.GetRuneAt(text, end) : new Rune(text[end]);
            if (Scripts.Of(rune) != Script.Alphabetic || Rune.IsDigit(rune) != digits)
            {
                break;
            }

            end += rune.Utf16SequenceLength;
        }

        return Math.Max(end, start + 1);
    }

    private int Word(ReadOnlySpan<char> word, bool learns)
    {
        if (wordsBySpan.TryGetValue(word, out var id))
        {
            return id;
        }

        if (!learns && word[^1] != 's')
        {
            return -1;
        }

        var singular = EnglishWords.Singular(word.ToString());
        if (!words.TryGetValue(singular, out id))
        {
            id = -1;
            if (learns)
            {
                words.Add(singular, id = FirstWord + words.Count);
            }
        }

        return id;
    }
}
