using System.Text;
using Matchmaking.Core.Common;

namespace Matchmaking.Core.Language;

/// <summary>Tells the three languages apart by their scripts.</summary>
public static class LanguageDetector
{
    /// <summary>Texts of this trade are full of Latin names and units: so many letters do not outweigh one syllable or character.</summary>
    private const int LettersPerCharacter = 6;

    /// <summary>English when there is no letter at all.</summary>
    public static LanguageCode Detect(string text)
    {
        int hangul = 0,
            han = 0,
            latin = 0;
        foreach (var character in TextNormalizer.Fold(text).EnumerateRunes())
        {
            switch (Scripts.Of(character))
            {
                case Script.Hangul:
                    hangul++;
                    break;
                case Script.Han:
                    han++;
                    break;
                case Script.Alphabetic when Rune.IsLetter(character):
                    latin++;
                    break;
            }
        }

        if ((hangul + han) * LettersPerCharacter < latin || hangul + han == 0)
        {
            return LanguageCode.En;
        }

        // Korean texts carry Hanja; Chinese ones hardly ever Hangul.
        return hangul * 2 >= han ? LanguageCode.Ko : LanguageCode.Zh;
    }
}
