namespace Matchmaking.Core.Language;

/// <summary>
/// Terms of one or two characters, which are most terms of Chinese and Korean texts and come again and again: the same text is one object,
/// as long as no other takes its place. For all threads.
/// </summary>
internal static class ShortTerms
{
    private const int PlaceBits = 16;

    /// <summary>An odd number that spreads neighbouring code points (Knuth, The Art of Computer Programming 3, 6.4).</summary>
    private const uint Spread = 2_654_435_769;

    private static readonly string?[] Kept = new string?[1 << PlaceBits];

    public static string Of(string text, int start, int end)
    {
        var term = text.AsSpan(start, end - start);
        if (term.Length is not (1 or 2))
        {
            return term.ToString();
        }

        var place = (((uint)term[0] << PlaceBits) | term[^1]) * Spread >> (32 - PlaceBits);
        return Kept[place] is { } kept && term.SequenceEqual(kept) ? kept : Kept[place] = term.ToString();
    }
}
