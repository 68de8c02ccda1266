using System.Text;
using SkiaSharp;

namespace Matchmaking.Web.Pdf;

internal enum Alignment
{
    Start,
    Centre,
    End,
}

/// <summary>Glyphs at their place on a line.</summary>
/// <param name="X">From the beginning of the line.</param>
internal sealed record PlacedRun(GlyphRun Run, float X, TextStyle Style);

/// <param name="Baseline">From the top of the block.</param>
internal sealed record TextLine(IReadOnlyList<PlacedRun> Runs, float Width, float Baseline);

/// <summary>Lines under each other, as wide as they were set to be.</summary>
/// <param name="Missing">Characters that no font has, and that another sign stands for.</param>
internal sealed record TextBlock(IReadOnlyList<TextLine> Lines, float Width, float Height, IReadOnlySet<Rune> Missing)
{
    public static TextBlock Empty(float width) => new([], width, 0, new HashSet<Rune>());

    public Alignment Alignment { get; init; }

    /// <summary>This one and another one under it.</summary>
    /// <param name="gap">Between them, where both have lines.</param>
    public TextBlock Above(TextBlock other, float gap)
    {
        var top = Lines.Count == 0 || other.Lines.Count == 0 ? Height : Height + gap;
        return this with
        {
            Lines = [.. Lines, .. other.Lines.Select(line => line with { Baseline = line.Baseline + top })],
            Height = top + other.Height,
            Missing = Missing.Union(other.Missing).ToHashSet(),
        };
    }

    public void Draw(SKCanvas canvas, float x, float y)
    {
        foreach (var line in Lines)
        {
            var start = Alignment switch
            {
                Alignment.Centre => x + ((Width - line.Width) / 2),
                Alignment.End => x + Width - line.Width,
                _ => x,
            };
            foreach (var alike in Alike(line.Runs))
            {
                Draw(canvas, alike, start, y + line.Baseline);
            }
        }
    }

    /// <summary>Neighbours that are drawn in one go.</summary>
    private static IEnumerable<List<PlacedRun>> Alike(IEnumerable<PlacedRun> runs)
    {
        List<PlacedRun> alike = [];
        foreach (var run in runs)
        {
            if (alike.Count > 0 && (alike[0].Run.Face != run.Run.Face || alike[0].Style != run.Style))
            {
                yield return alike;
                alike = [];
            }

            alike.Add(run);
        }

        if (alike.Count > 0)
        {
            yield return alike;
        }
    }

    /// <summary>With the text beside the glyphs: some glyphs stand for several characters, and a reader would copy another one than was written.</summary>
    private static void Draw(SKCanvas canvas, List<PlacedRun> runs, float x, float y)
    {
        var style = runs[0].Style;
        using var font = new SKFont(runs[0].Run.Face.Typeface, style.Size) { Subpixel = true, Hinting = SKFontHinting.None };
        using var paint = new SKPaint { Color = style.Colour, IsAntialias = true };
        using var builder = new SKTextBlobBuilder();
        var buffer = builder.AllocateRawPositionedTextRun(
            font,
            runs.Sum(run => run.Run.Glyphs.Length),
            runs.Sum(run => run.Run.Text.Length)
        );
        var (glyph, letter) = (0, 0);
        foreach (var (run, left, _) in runs)
        {
            run.Text.CopyTo(buffer.Text[letter..]);
            for (var index = 0; index < run.Glyphs.Length; index++, glyph++)
            {
                buffer.Glyphs[glyph] = run.Glyphs[index];
                buffer.Clusters[glyph] = (uint)letter + run.Clusters[index];
                buffer.Positions[glyph] = new SKPoint(
                    x + left + (run.Offsets[index].X * style.Size),
                    y + (run.Offsets[index].Y * style.Size)
                );
            }

            letter += run.Text.Length;
        }

        using var blob = builder.Build();
        canvas.DrawText(blob, 0, 0, paint);
    }
}
