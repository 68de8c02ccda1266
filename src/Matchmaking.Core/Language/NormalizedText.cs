namespace Matchmaking.Core.Language;

/// <summary>A folded text that remembers where each of its characters came from.</summary>
public sealed class NormalizedText
{
    private readonly int[] starts;
    private readonly int[] ends;

    internal NormalizedText(string text, int[] starts, int[] ends)
    {
        Text = text;
        this.starts = starts;
        this.ends = ends;
    }

    public string Text { get; }

    /// <summary>The range of the original, in UTF-16 units, that became <paramref name="start"/> to <paramref name="end"/> (exclusive, not empty) here.</summary>
    public Range Source(int start, int end) => starts[start]..ends[end - 1];
}
