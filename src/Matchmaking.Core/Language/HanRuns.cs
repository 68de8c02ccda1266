using System.Globalization;

namespace Matchmaking.Core.Language;

/// <summary>Cuts a run of Han characters, which has no blanks between its words.</summary>
internal static class HanRuns
{
    /// <summary>Of the characters of the basic plane each is one by itself; nearly all runs hold no others.</summary>
    private const char FirstOfPlane = '\u4E00';
    private const char LastOfPlane = '\u9FFF';

    public static int Cut(string text, int start, Tokenizer.TokenList tokens)
    {
        var end = Scripts.RunEnd(text, start, Script.Han);
        var begun = start;
        for (var position = start; position < end; )
        {
            var filler = FillerWords.ChineseAt(text, position, end);
            if (filler == 0)
            {
                position++;
                continue;
            }

            AddWords(text, begun, position, tokens);
            AddFiller(text, position, position + filler, tokens);
            position += filler;
            begun = position;
        }

        AddWords(text, begun, end, tokens);
        return end;
    }

    private static void AddFiller(string text, int start, int end, Tokenizer.TokenList tokens)
    {
        if (Count(text, start, end) > 1)
        {
            tokens.AddCharactersAndPairs(start, end, TokenKind.Filler);
        }
        else
        {
            tokens.Add(TokenKind.Filler, start, end);
        }
    }

    private static void AddWords(string text, int start, int end, Tokenizer.TokenList tokens)
    {
        switch (Count(text, start, end))
        {
            case 0:
                return;
            case 1:
                tokens.Add(TokenKind.Word, start, end);
                break;
            case 2:
                tokens.AddCharactersAndPairs(start, end, TokenKind.Word);
                break;
            default:
                tokens.AddCharactersAndPairs(start, end, TokenKind.Pair);
                break;
        }
    }

    private static int Count(string text, int start, int end) =>
        text.AsSpan(start, end - start).ContainsAnyExceptInRange(FirstOfPlane, LastOfPlane)
            ? new StringInfo(text[start..end]).LengthInTextElements
            : end - start;
}
