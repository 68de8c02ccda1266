using System.Text;

namespace Matchmaking.Web.Pdf;

/// <summary>Fills line after line of one width.</summary>
internal sealed class LineStack(float width)
{
    /// <summary>The height of a Chinese or Korean character over the baseline, at a size of one.</summary>
    private const float Ascent = 0.88f;

    /// <summary>Sums of widths are not exact.</summary>
    private const float Tolerance = 0.01f;

    private readonly List<TextLine> lines = [];
    private readonly HashSet<Rune> missing = [];
    private List<PlacedRun> open = [];
    private float filled;
    private float height;
    private (ShapedText Text, TextStyle Style)? blank;

    /// <param name="length">Of the whole phrase.</param>
    /// <param name="gap">Before it, if it goes on a line that has begun.</param>
    public void BeginPhrase(float length, float gap)
    {
        blank = null;
        if (open.Count > 0 && filled + gap + length > width + Tolerance)
        {
            EndLine();
        }

        filled += open.Count > 0 ? gap : 0;
    }

    /// <param name="blankAfter">Nothing is left of it at the end of a line.</param>
    public void Add(ShapedText text, ShapedText? blankAfter, TextStyle style)
    {
        var space = blank is { } before ? before.Text.Width * before.Style.Size : 0;
        if (open.Count > 0 && filled + space + (text.Width * style.Size) > width + Tolerance)
        {
            EndLine();
        }

        if (blank is { } between)
        {
            Append(between.Text, between.Style);
        }

        Append(text, style);
        missing.UnionWith(text.Missing);
        blank = blankAfter is null ? null : (blankAfter, style);
    }

    public TextBlock ToBlock()
    {
        if (open.Count > 0)
        {
            EndLine();
        }

        return new TextBlock(lines, width, height, missing);
    }

    private void Append(ShapedText text, TextStyle style)
    {
        foreach (var run in text.Runs)
        {
            open.Add(new PlacedRun(run, filled, style));
            filled += run.Width * style.Size;
        }
    }

    private void EndLine()
    {
        var ascent = open.Max(run => ((run.Style.LineHeight - run.Style.Size) / 2) + (Ascent * run.Style.Size));
        var descent = open.Max(run => ((run.Style.LineHeight - run.Style.Size) / 2) + ((1 - Ascent) * run.Style.Size));
        lines.Add(new TextLine(open, filled, height + ascent));
        height += ascent + descent;
        (open, filled, blank) = ([], 0, null);
    }
}
