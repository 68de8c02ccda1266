namespace Matchmaking.Core.Matching.Pages;

/// <summary>What of a text is marked.</summary>
internal static class TextMarks
{
    /// <returns>In order and apart: those that touch are one.</returns>
    public static IReadOnlyList<TextRange> Joined(IEnumerable<TextRange> ranges)
    {
        var joined = new List<TextRange>();
        foreach (var range in ranges.OrderBy(range => range.Start))
        {
            if (joined.Count > 0 && range.Start <= joined[^1].End)
            {
                joined[^1] = new TextRange(joined[^1].Start, Math.Max(joined[^1].End, range.End));
            }
            else
            {
                joined.Add(range);
            }
        }

        return joined;
    }
}
