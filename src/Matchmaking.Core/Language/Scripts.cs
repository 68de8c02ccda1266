using System.Text;

namespace Matchmaking.Core.Language;

internal enum Script
{
    /// <summary>Blanks, punctuation, symbols.</summary>
    None,

    /// <summary>Letters with case and the like, and digits.</summary>
    Alphabetic,
    Hangul,

    /// <summary>Han characters, and kana, which are cut in the same way.</summary>
    Han,
}

internal static class Scripts
{
    public static Script Of(Rune character) =>
        character.Value switch
        {
            < 0x80 => char.IsAsciiLetterOrDigit((char)character.Value) ? Script.Alphabetic : Script.None,
            >= 0xAC00 and <= 0xD7A3 or >= 0x1100 and <= 0x11FF => Script.Hangul,
            >= 0x4E00 and <= 0x9FFF or >= 0x3400 and <= 0x4DBF or >= 0x20000 and <= 0x3FFFF or 0x3005 or 0x3007 => Script.Han,
            >= 0x3041 and <= 0x30FF => Script.Han,
            _ => Rune.IsLetterOrDigit(character) ? Script.Alphabetic : Script.None,
        };

    /// <summary>End of the run of one script that starts at <paramref name="start"/> in a folded text.</summary>
    public static int RunEnd(string text, int start, Script script)
    {
        var end = start;
        while (end < text.Length && Rune.GetRuneAt(text, end) is var rune && Of(rune) == script)
        {
            end += rune.Utf16SequenceLength;
        }

        return end;
    }
}
