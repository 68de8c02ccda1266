using System.Globalization;
using System.Text;
using Matchmaking.Core.Common;

namespace Matchmaking.Web.Pdf;

/// <summary>Where a line may end: Korean and English between words, Chinese between characters, but not before a comma or after a bracket.</summary>
internal static class LineBreaks
{
    private const string NeverFirst = "，。、；：？！…‥・·％‰）］｝〉》」』】〕〗〞’”,.;:?!%)]}»›°";
    private const string NeverLast = "（［｛〈《「『【〔〖〝‘“([{«‹￥￦＄$¥₩#＃№";
    private const string JoinsWords = "-/‐–—";

    /// <summary>What stays together on a line, in order, and whether a blank follows it.</summary>
    public static IEnumerable<(string Text, bool BlankAfter)> Pieces(string text, LanguageCode language)
    {
        var piece = new StringBuilder();
        var last = string.Empty;
        foreach (var element in Elements(text))
        {
            var isBlank = string.IsNullOrWhiteSpace(element) && element is not "\u00A0";
            if (piece.Length > 0 && (isBlank || MayBreak(last, element, language)))
            {
                yield return (piece.ToString(), isBlank);
                piece.Clear();
            }

            if (!isBlank)
            {
                piece.Append(element);
            }

            last = element;
        }

        if (piece.Length > 0)
        {
            yield return (piece.ToString(), false);
        }
    }

    /// <summary>What readers take for one character each.</summary>
    public static IEnumerable<string> Elements(string text)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            yield return elements.GetTextElement();
        }
    }

    private static bool MayBreak(string before, string after, LanguageCode language)
    {
        if (NeverFirst.Contains(after[0], StringComparison.Ordinal) || NeverLast.Contains(before[0], StringComparison.Ordinal))
        {
            return false;
        }

        return JoinsWords.Contains(before[0], StringComparison.Ordinal)
            ? char.IsLetter(after[0])
            : language != LanguageCode.Ko && (IsIdeographic(before) || IsIdeographic(after));
    }

    private static bool IsIdeographic(string element) =>
        Rune.GetRuneAt(element, 0).Value
            is (>= 0x2E80 and <= 0x30FF)
                or (>= 0x3400 and <= 0x9FFF)
                or (>= 0xF900 and <= 0xFAFF)
                or (>= 0xFF01 and <= 0xFF60)
                or (>= 0x20000 and <= 0x3FFFF);
}
