using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Matchmaking.Core.Language.Lexicon;

/// <summary>
/// The small pieces of a text to which the lexicon has vectors: words, runs of one to four characters or syllables, pieces of Latin
/// words, and two kinds that the languages share: Sino-Korean readings and consonant skeletons. A piece is a hash of 32 bits.
/// The loops are compiled in full at once: tens of thousands of names are read after a start.
/// </summary>
internal static class TextFeatures
{
    private const int LongestRun = 4;
    private const int LongestReading = 3;
    private const int ShortestPiece = 4;
    private const int LongestPiece = 5;
    private const int ShortestSkeleton = 3;

    /// <summary>Beyond it a text says nothing new, and a vector of everything is a vector of nothing.</summary>
    private const int LongestText = 1000;

    /// <returns>Distinct, rising.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static uint[] Of(string text)
    {
        var folded = TextNormalizer.Fold(text.Length > LongestText ? text[..LongestText] : text).AsSpan();
        var features = new List<uint>(folded.Length * 8);
        for (var position = 0; position < folded.Length; )
        {
            var end = position + 1;
            switch (KindOf(folded[position]))
            {
                case Kind.Han:
                    end = RunEnd(folded, position, Kind.Han);
                    AddHan(features, folded[position..end]);
                    break;
                case Kind.Hangul:
                    end = RunEnd(folded, position, Kind.Hangul);
                    AddHangul(features, folded[position..end]);
                    break;
                case Kind.Letter:
                    end = RunEnd(folded, position, Kind.Letter);
                    AddLetters(features, folded[position..end]);
                    break;
                case Kind.Digit:
                    end = NumberEnd(folded, position);
                    features.Add(Hash('0', folded[position..end]));
                    break;
            }

            position = end;
        }

        return Distinct(CollectionsMarshal.AsSpan(features));
    }

    private static uint[] Distinct(Span<uint> features)
    {
        features.Sort();
        var count = 0;
        foreach (var feature in features)
        {
            if (count == 0 || features[count - 1] != feature)
            {
                features[count++] = feature;
            }
        }

        return features[..count].ToArray();
    }

    private static void AddHan(List<uint> features, ReadOnlySpan<char> run)
    {
        AddRuns(features, 'h', run, 1, LongestRun);
        Span<char> readings = run.Length <= 256 ? stackalloc char[run.Length] : new char[run.Length];
        for (var position = 0; position < run.Length; position++)
        {
            readings[position] = SinoKoreanReading.Of(run[position]);
        }

        AddReadings(features, readings);
    }

    private static void AddHangul(List<uint> features, ReadOnlySpan<char> run)
    {
        var stem = run[..KoreanWords.StemLength(run)];
        features.Add(Hash('w', stem));
        AddRuns(features, 'h', run, 1, LongestRun);
        Span<char> readings = run.Length <= 256 ? stackalloc char[run.Length] : new char[run.Length];
        for (var position = 0; position < run.Length; position++)
        {
            readings[position] = SinoKoreanReading.Fold(run[position]);
        }

        AddReadings(features, readings);
        AddSkeleton(features, ConsonantSkeleton.OfKorean(stem));
    }

    private static void AddLetters(List<uint> features, ReadOnlySpan<char> word)
    {
        var stem = EnglishWords.Stem(word.ToString());
        features.Add(Hash('w', stem));
        if (stem.Length < ShortestPiece)
        {
            return;
        }

        AddRuns(features, 'p', $"<{stem}>", ShortestPiece, LongestPiece);
        AddSkeleton(features, ConsonantSkeleton.OfEnglish(word));
    }

    private static void AddSkeleton(List<uint> features, ReadOnlySpan<char> skeleton)
    {
        if (skeleton.Length >= ShortestSkeleton)
        {
            features.Add(Hash('K', skeleton));
            AddRuns(features, 'k', skeleton, ShortestSkeleton, ShortestSkeleton);
        }
    }

    private static void AddReadings(List<uint> features, ReadOnlySpan<char> readings)
    {
        for (var start = 0; start < readings.Length; start++)
        {
            for (var length = 2; length <= LongestReading && start + length <= readings.Length; length++)
            {
                var piece = readings.Slice(start, length);
                if (!piece.Contains('\0'))
                {
                    features.Add(Hash('r', piece));
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddRuns(List<uint> features, char kind, ReadOnlySpan<char> run, int shortest, int longest)
    {
        for (var start = 0; start < run.Length; start++)
        {
            for (var length = shortest; length <= longest && start + length <= run.Length; length++)
            {
                features.Add(Hash(kind, run.Slice(start, length)));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static uint Hash(char kind, ReadOnlySpan<char> text)
    {
        var hash = (14695981039346656037UL ^ kind) * 1099511628211UL;
        foreach (var unit in MemoryMarshal.AsBytes(text))
        {
            hash = (hash ^ unit) * 1099511628211UL;
        }

        return (uint)(hash ^ (hash >> 32));
    }

    private enum Kind
    {
        None,
        Han,
        Hangul,
        Letter,
        Digit,
    }

    private static Kind KindOf(char character) =>
        character switch
        {
            >= '\u3400' and <= '\u9FFF' => Kind.Han,
            >= '\uAC00' and <= '\uD7A3' => Kind.Hangul,
            _ when char.IsDigit(character) => Kind.Digit,
            _ when char.IsLetter(character) => Kind.Letter,
            _ => Kind.None,
        };

    private static int RunEnd(ReadOnlySpan<char> text, int start, Kind kind)
    {
        var end = start + 1;
        while (end < text.Length && KindOf(text[end]) == kind)
        {
            end++;
        }

        return end;
    }

    private static int NumberEnd(ReadOnlySpan<char> text, int start)
    {
        var end = start + 1;
        while (end < text.Length && (char.IsDigit(text[end]) || (text[end] == '.' && end + 1 < text.Length && char.IsDigit(text[end + 1]))))
        {
            end++;
        }

        return end;
    }
}
