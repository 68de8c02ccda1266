using System.Runtime.InteropServices;
using System.Text;
using Matchmaking.Core.Common;
using Matchmaking.Core.Language.Lexicon;

namespace Matchmaking.Core.Language;

/// <summary>Why two firms are probably called the same, the surest first.</summary>
public enum FirmNameReason
{
    /// <summary>Letter by letter, once legal forms, blanks, case, width and traditional characters are folded.</summary>
    Same,

    /// <summary>The characters of one are read in Korean as the other is written: 三星电子, 삼성전자.</summary>
    SameReading,

    /// <summary>Different characters with the same Korean reading.</summary>
    Homophone,

    /// <summary>The consonants are spoken alike, in Hangul and in Latin letters or in two romanisations: 대성, Daesung, Taesong.</summary>
    SameSound,
}

/// <param name="Confidence">From 0 to 1, as a rule of thumb.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FirmNameLikeness(FirmNameReason Reason, double Confidence);

/// <summary>The names of one firm, made ready to be compared with many others.</summary>
public sealed class FirmNames
{
    /// <summary>Names of two syllables are common: 대성, 한일, 신화.</summary>
    private const int ShortReading = 2;

    /// <summary>Fewer consonants than these are shared by chance.</summary>
    private const int LeastConsonants = 4;
    private const int ManyConsonants = 6;

    private readonly List<Name> names = [];

    public FirmNames(LocalizedText texts)
    {
        foreach (var (_, text) in texts.InOrder(LanguageCode.En))
        {
            var bare = new string([.. LegalForms.Strip(text).Where(char.IsLetterOrDigit)]);
            if (bare.Length > 0 && !names.Exists(name => name.Bare == bare))
            {
                names.Add(Name.Of(bare));
            }
        }
    }

    /// <summary>The strongest likeness, or null when the names have nothing in common.</summary>
    public FirmNameLikeness? Compare(FirmNames other)
    {
        FirmNameLikeness? best = null;
        foreach (var left in names)
        {
            foreach (var right in other.names)
            {
                if (Compare(left, right) is { } likeness && likeness.Confidence > (best?.Confidence ?? 0))
                {
                    best = likeness;
                }
            }
        }

        return best;
    }

    private static FirmNameLikeness? Compare(Name left, Name right)
    {
        if (left.Bare == right.Bare)
        {
            return new FirmNameLikeness(FirmNameReason.Same, 0.95);
        }

        if (left.Reading is { } reading && reading == right.Reading)
        {
            var certainty = reading.Length > ShortReading ? 1 : 0.7;
            return left.HasHan && right.HasHan
                ? new FirmNameLikeness(FirmNameReason.Homophone, 0.5 * certainty)
                : new FirmNameLikeness(FirmNameReason.SameReading, 0.85 * certainty);
        }

        return left.Skeleton is { } skeleton && skeleton == right.Skeleton && (left.IsLatin || right.IsLatin)
            ? new FirmNameLikeness(FirmNameReason.SameSound, skeleton.Length >= ManyConsonants ? 0.7 : 0.5)
            : null;
    }

    /// <param name="Reading">In Hangul, initial sounds folded; null for a name in Latin letters or with an unreadable character.</param>
    /// <param name="Skeleton">Null for a name with Han characters, or with too few consonants.</param>
    private sealed record Name(string Bare, string? Reading, string? Skeleton, bool HasHan, bool IsLatin)
    {
        public static Name Of(string bare)
        {
            var hasHan = bare.Any(IsHan);
            var isLatin = bare.All(char.IsAsciiLetterOrDigit);
            return new Name(bare, isLatin ? null : ReadingOf(bare), hasHan ? null : SkeletonOf(bare), hasHan, isLatin);
        }

        private static bool IsHan(char character) => character is >= '\u3400' and <= '\u9FFF';

        private static string? ReadingOf(string bare)
        {
            var reading = string.Create(
                bare.Length,
                bare,
                (syllables, text) =>
                {
                    for (var index = 0; index < text.Length; index++)
                    {
                        syllables[index] = IsHan(text[index]) ? SinoKoreanReading.Of(text[index]) : SinoKoreanReading.Fold(text[index]);
                    }
                }
            );
            return reading.Contains('\0', StringComparison.Ordinal) ? null : reading;
        }

        private static string? SkeletonOf(string bare)
        {
            var skeleton = new StringBuilder();
            for (var start = 0; start < bare.Length; )
            {
                var end = start + 1;
                while (end < bare.Length && IsSyllable(bare[end]) == IsSyllable(bare[start]))
                {
                    end++;
                }

                var part = bare.AsSpan(start, end - start);
                skeleton.Append(IsSyllable(bare[start]) ? ConsonantSkeleton.OfKorean(part) : ConsonantSkeleton.OfEnglish(part));
                start = end;
            }

            return skeleton.Length >= LeastConsonants ? skeleton.ToString() : null;
        }

        private static bool IsSyllable(char character) => character is >= '\uAC00' and <= '\uD7A3';
    }
}
