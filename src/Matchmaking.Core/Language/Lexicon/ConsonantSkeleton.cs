using System.Text;

namespace Matchmaking.Core.Language.Lexicon;

/// <summary>The consonants of a word by where they are spoken, so that the loan word 인버터 and "inverter" are one: both NPT.</summary>
internal static class ConsonantSkeleton
{
    private const int SyllablesAnInitial = 588;
    private const int Finals = 28;

    // ㄱ ㄲ ㄴ ㄷ ㄸ ㄹ ㅁ ㅂ ㅃ ㅅ ㅆ ㅇ ㅈ ㅉ ㅊ ㅋ ㅌ ㅍ ㅎ
    private const string InitialClasses = "KKNTTLMPPSS-SSSKTPH";

    // none ㄱ ㄲ ㄳ ㄴ ㄵ ㄶ ㄷ ㄹ ㄺ ㄻ ㄼ ㄽ ㄾ ㄿ ㅀ ㅁ ㅂ ㅄ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ
    private const string FinalClasses = "-KKKNNNTLKMPLLPLMPPSSNSSKTPH";

    private const int FinalIeung = 21;

    /// <param name="word">Whole Hangul syllables.</param>
    public static string OfKorean(ReadOnlySpan<char> word)
    {
        var skeleton = new StringBuilder(word.Length * 2);
        foreach (var syllable in word)
        {
            var place = syllable - '\uAC00';
            Add(skeleton, InitialClasses[place / SyllablesAnInitial]);
            var final = place % Finals;
            Add(skeleton, FinalClasses[final]);
            if (final == FinalIeung)
            {
                Add(skeleton, 'K');
            }
        }

        return skeleton.ToString();
    }

    /// <param name="word">Lower-case Latin letters.</param>
    public static string OfEnglish(ReadOnlySpan<char> word)
    {
        var skeleton = new StringBuilder(word.Length);
        for (var position = 0; position < word.Length; position++)
        {
            var (letter, next) = (word[position], position + 1 < word.Length ? word[position + 1] : ' ');
            if (next == 'h' && letter is 'p' or 't' or 'c' or 's')
            {
                Add(skeleton, letter == 'p' ? 'P' : 'S');
                position++;
                continue;
            }

            Add(skeleton, ClassOf(letter, next));
            if (letter == 'x')
            {
                Add(skeleton, 'S');
            }
        }

        return skeleton.ToString();
    }

    private static char ClassOf(char letter, char next) =>
        letter switch
        {
            'b' or 'v' or 'f' or 'p' => 'P',
            'd' or 't' => 'T',
            'k' or 'q' or 'x' => 'K',
            'g' or 'c' => next is 'e' or 'i' or 'y' ? 'S' : 'K',
            's' or 'z' or 'j' => 'S',
            'm' => 'M',
            'n' => 'N',
            'l' => 'L',
            // Korean writes r only before a vowel.
            'r' => IsVowel(next) ? 'L' : '-',
            'h' => IsVowel(next) ? 'H' : '-',
            _ => '-',
        };

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    private static void Add(StringBuilder skeleton, char consonant)
    {
        if (consonant != '-' && (skeleton.Length == 0 || skeleton[^1] != consonant))
        {
            skeleton.Append(consonant);
        }
    }
}
