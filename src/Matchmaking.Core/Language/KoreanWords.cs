namespace Matchmaking.Core.Language;

/// <summary>Cuts a Korean word from its particles and verb endings, and into pairs of syllables for compounds written with or without a blank.</summary>
internal static class KoreanWords
{
    private enum After
    {
        Anything,
        Consonant,
        Vowel,

        /// <summary>A vowel or ㄹ.</summary>
        Open,
    }

    /// <summary>
    /// Longest first. Those of one syllable count only where grammar allows them, and 도 and 만 not at all: too many nouns end so (경도, 분만).
    /// </summary>
    private static readonly (string Text, After After)[] Endings =
    [
        ("했습니다", After.Anything),
        ("하였습니다", After.Anything),
        ("되었습니다", After.Anything),
        ("드립니다", After.Anything),
        ("입니다", After.Anything),
        ("합니다", After.Anything),
        ("됩니다", After.Anything),
        ("에서는", After.Anything),
        ("으로는", After.Consonant),
        ("으로써", After.Consonant),
        ("으로", After.Consonant),
        ("에서", After.Anything),
        ("에게", After.Anything),
        ("에는", After.Anything),
        ("까지", After.Anything),
        ("부터", After.Anything),
        ("보다", After.Anything),
        ("이나", After.Consonant),
        ("이며", After.Consonant),
        ("이고", After.Consonant),
        ("하는", After.Anything),
        ("하며", After.Anything),
        ("하여", After.Anything),
        ("하고", After.Anything),
        ("해서", After.Anything),
        ("하실", After.Anything),
        ("되는", After.Anything),
        ("되며", After.Anything),
        ("되어", After.Anything),
        ("한", After.Anything),
        ("할", After.Anything),
        ("함", After.Anything),
        ("된", After.Anything),
        ("될", After.Anything),
        ("됨", After.Anything),
        ("의", After.Anything),
        ("에", After.Anything),
        ("을", After.Consonant),
        ("은", After.Consonant),
        ("이", After.Consonant),
        ("과", After.Consonant),
        ("를", After.Vowel),
        ("는", After.Vowel),
        ("가", After.Vowel),
        ("와", After.Vowel),
        ("로", After.Open),
    ];

    private static readonly (string Text, After After)[] LongestFirst = [.. Endings.OrderByDescending(ending => ending.Text.Length)];

    public static int Cut(string text, int start, Tokenizer.TokenList tokens)
    {
        var end = Scripts.RunEnd(text, start, Script.Hangul);
        var stem = StemEnd(text, start, end);
        if (stem - start == 1)
        {
            tokens.Add(FillerWords.IsKorean(text.AsSpan(start, 1)) ? TokenKind.Filler : TokenKind.Word, start, stem);
            return end;
        }

        var filler = FillerWords.IsKorean(text.AsSpan(start, stem - start));
        tokens.Add(filler ? TokenKind.Filler : TokenKind.Word, start, stem);
        if (stem - start > 2)
        {
            tokens.AddCharactersAndPairs(start, stem, filler ? TokenKind.Filler : TokenKind.Pair);
        }
        else
        {
            tokens.Add(TokenKind.Character, start, start + 1);
            tokens.Add(TokenKind.Character, start + 1, stem);
        }

        return end;
    }

    /// <summary>Length of a run of syllables without its endings.</summary>
    public static int StemLength(ReadOnlySpan<char> run) => StemEnd(run, 0, run.Length);

    /// <summary>Takes endings off again and again, so that a word ends alike however many follow it; two syllables always stay.</summary>
    private static int StemEnd(ReadOnlySpan<char> text, int start, int end)
    {
        while (true)
        {
            var shorter = Shorten(text, start, end);
            if (shorter == end)
            {
                return end;
            }

            end = shorter;
        }
    }

    private static int Shorten(ReadOnlySpan<char> text, int start, int end)
    {
        foreach (var (ending, after) in LongestFirst)
        {
            var stem = end - ending.Length;
            if (stem - start >= 2 && text.Slice(stem, ending.Length).SequenceEqual(ending) && Allows(after, FinalConsonant(text[stem - 1])))
            {
                return stem;
            }
        }

        return end;
    }

    private static bool Allows(After after, int final) =>
        after switch
        {
            After.Consonant => final > 0,
            After.Vowel => final == 0,
            After.Open => final is 0 or 8,
            _ => true,
        };

    /// <summary>Whether nothing but particles and endings follows a syllable, those that end nouns as well (도, 만) included.</summary>
    public static bool AreEndings(ReadOnlySpan<char> rest, char before)
    {
        if (rest.IsEmpty)
        {
            return true;
        }

        foreach (var (ending, after) in LongestFirst)
        {
            if (
                rest.StartsWith(ending, StringComparison.Ordinal)
                && Allows(after, FinalConsonant(before))
                && AreEndings(rest[ending.Length..], ending[^1])
            )
            {
                return true;
            }
        }

        return rest[0] is '도' or '만' or '및' or '등' && AreEndings(rest[1..], rest[0]);
    }

    /// <summary>Number of the final consonant in Unicode's arithmetic: 0 for none, 8 for ㄹ, −1 for what is no whole syllable.</summary>
    private static int FinalConsonant(char syllable) => syllable is >= '\uAC00' and <= '\uD7A3' ? (syllable - '\uAC00') % 28 : -1;
}
