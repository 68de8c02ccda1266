using System.Text;
using SkiaSharp;

namespace Matchmaking.Web.Pdf;

/// <summary>What stands on a page, noted down until all pages are known.</summary>
internal sealed class PdfPage(PaperSize paper)
{
    public static readonly SKColor Rule = new(0x77, 0x77, 0x77);

    private readonly List<Action<SKCanvas>> marks = [];
    private readonly SortedSet<Rune> missing = [];

    public PaperSize Paper => paper;

    /// <summary>Characters that another sign stands for.</summary>
    public IReadOnlyCollection<Rune> Missing => missing;

    public void Add(TextBlock block, float x, float y)
    {
        missing.UnionWith(block.Missing);
        marks.Add(canvas => block.Draw(canvas, x, y));
    }

    public void AddLine(SKPoint from, SKPoint to, float width, SKColor colour) =>
        marks.Add(canvas =>
        {
            using var paint = new SKPaint
            {
                Color = colour,
                StrokeWidth = width,
                Style = SKPaintStyle.Stroke,
            };
            canvas.DrawLine(from, to, paint);
        });

    public void AddBox(SKRect box) =>
        marks.Add(canvas =>
        {
            using var paint = new SKPaint
            {
                Color = Rule,
                StrokeWidth = 0.5f,
                Style = SKPaintStyle.Stroke,
            };
            canvas.DrawRect(box, paint);
        });

    /// <param name="path">As in SVG.</param>
    /// <param name="scale">Points for a unit of it.</param>
    public void AddShape(string path, float x, float y, float scale) =>
        marks.Add(canvas =>
        {
            using var shape = SKPath.ParseSvgPathData(path);
            using var paint = new SKPaint { Color = SKColors.Black };
            canvas.Save();
            canvas.Translate(x, y);
            canvas.Scale(scale);
            canvas.DrawPath(shape, paint);
            canvas.Restore();
        });

    public void Draw(SKCanvas canvas) => marks.ForEach(mark => mark(canvas));
}
