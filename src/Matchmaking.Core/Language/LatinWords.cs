using System.Text;

namespace Matchmaking.Core.Language;

/// <summary>Cuts words of alphabetic scripts, model names, grades and numbers.</summary>
internal static class LatinWords
{
    public static int Cut(string text, int start, Tokenizer.TokenList tokens)
    {
        var end = RunEnd(text, start);
        if (Numbers.TryCut(text, start, end, tokens, out var numberEnd))
        {
            return numberEnd;
        }

        if (text.AsSpan(start, end - start).SequenceEqual("hs") && Numbers.TryCutHsCode(text, end, tokens, out var codeEnd))
        {
            return codeEnd;
        }

        if (text.AsSpan(start, end - start).ContainsAny('-', '_'))
        {
            AddCompound(text, Split(text, start, end), tokens);
        }
        else
        {
            AddWhole(text, start, end, tokens);
        }

        return end;
    }

    private static int RunEnd(string text, int start)
    {
        var end = start;
        var onlyNumber = true;
        while (end < text.Length)
        {
            var rune = Rune.GetRuneAt(text, end);
            var joins = rune.Utf16SequenceLength == 1 && Joins((char)rune.Value, text, start, end, onlyNumber);
            if (Scripts.Of(rune) != Script.Alphabetic && !joins)
            {
                break;
            }

            onlyNumber &= joins || Rune.IsDigit(rune);
            end += rune.Utf16SequenceLength;
        }

        return end;
    }

    /// <summary>Between two characters of one word: "nt-probnp", "r&amp;d", "3.5", "7,000"; not in the range "40-60".</summary>
    private static bool Joins(char character, string text, int start, int position, bool onlyNumber)
    {
        if (
            position == start
            || position + 1 >= text.Length
            || !IsWordCharacter(text[position - 1])
            || !IsWordCharacter(text[position + 1])
        )
        {
            return false;
        }

        return character switch
        {
            '-' or '_' => !onlyNumber || !char.IsAsciiDigit(text[position + 1]),
            '&' or '\'' => true,
            '.' => char.IsAsciiDigit(text[position - 1]) && char.IsAsciiDigit(text[position + 1]),
            ',' => onlyNumber && Numbers.IsThousandsSeparator(text, position),
            _ => false,
        };
    }

    private static bool IsWordCharacter(char character) =>
        !char.IsSurrogate(character) && Scripts.Of(new Rune(character)) == Script.Alphabetic;

    private static void AddWhole(string text, int start, int end, Tokenizer.TokenList tokens)
    {
        var word = text[start..end];
        if (AreLetters(word))
        {
            tokens.Add(EnglishWords.Singular(word), FillerWords.IsEnglish(word) ? TokenKind.Filler : TokenKind.Word, start, end);
            return;
        }

        tokens.Add(TokenKind.Word, start, end);
        AddPieces(text, start, end, tokens);
    }

    /// <summary>"single-crystal" is two words that may be written as one; "Wi-Fi" and "YP-200" are names that may be written without the hyphen.</summary>
    private static void AddCompound(string text, List<(int Start, int End)> segments, Tokenizer.TokenList tokens)
    {
        var (start, end) = (segments[0].Start, segments[^1].End);
        var joined = string.Concat(segments.Select(segment => text[segment.Start..segment.End]));
        var ofWords = segments.TrueForAll(segment =>
            segment.End - segment.Start >= 3 && AreLetters(text.AsSpan(segment.Start, segment.End - segment.Start))
        );
        tokens.Add(joined, ofWords ? TokenKind.Part : TokenKind.Word, start, end);
        foreach (var (from, to) in segments)
        {
            if (ofWords)
            {
                AddWhole(text, from, to, tokens);
            }
            else
            {
                AddPart(text, from, to, tokens);
                AddPieces(text, from, to, tokens);
            }
        }
    }

    /// <summary>"ncm811" → "ncm", "811". Formulas such as "si3n4" fall into too many pieces to mean anything.</summary>
    private static void AddPieces(string text, int start, int end, Tokenizer.TokenList tokens)
    {
        var pieces = new List<(int Start, int End)>();
        for (var position = start; position < end; )
        {
            var next = position + 1;
            while (next < end && char.IsDigit(text[next]) == char.IsDigit(text[position]))
            {
                next++;
            }

            pieces.Add((position, next));
            position = next;
        }

        if (pieces.Count is 2 or 3)
        {
            pieces.ForEach(piece => AddPart(text, piece.Start, piece.End, tokens));
        }
    }

    private static void AddPart(string text, int start, int end, Tokenizer.TokenList tokens)
    {
        if (end - start >= 2)
        {
            tokens.Add(EnglishWords.Singular(text[start..end]), TokenKind.Part, start, end);
        }
    }

    private static bool AreLetters(ReadOnlySpan<char> word)
    {
        foreach (var character in word)
        {
            if (!char.IsLetter(character))
            {
                return false;
            }
        }

        return true;
    }

    private static List<(int Start, int End)> Split(string text, int start, int end)
    {
        var segments = new List<(int, int)>();
        var begun = start;
        for (var position = start; position <= end; position++)
        {
            if (position == end || text[position] is '-' or '_')
            {
                segments.Add((begun, position));
                begun = position + 1;
            }
        }

        return segments;
    }
}
