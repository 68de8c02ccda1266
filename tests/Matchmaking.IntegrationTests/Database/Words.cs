using System.Text;

namespace Matchmaking.IntegrationTests.Database;

/// <summary>What firms of both countries may write.</summary>
internal static class Words
{
    /// <summary>Simplified and traditional Chinese, Korean, conjoining jamo, full width, a Han character of four bytes, an emoji of three code points.</summary>
    public const string Mixed = "锂電池 고순도 한 ㈜ＡＢ 𠮷 👩‍🔬";

    /// <summary>A text of exactly so many UTF-16 units.</summary>
    public static string Filling(int length)
    {
        var text = new StringBuilder(length + Mixed.Length);
        while (text.Length < length)
        {
            text.Append(Mixed);
        }

        text.Length = length;
        if (char.IsHighSurrogate(text[^1]))
        {
            text[^1] = '.';
        }

        return text.ToString();
    }
}
