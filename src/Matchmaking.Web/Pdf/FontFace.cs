using System.Text;
using HarfBuzzSharp;
using SkiaSharp;
using Buffer = HarfBuzzSharp.Buffer;

namespace Matchmaking.Web.Pdf;

/// <summary>One face of a font file, which is mapped into memory and not read. Several threads may shape with it at a time.</summary>
internal sealed class FontFace : IDisposable
{
    private readonly Lazy<Font> shaping;

    private FontFace(SKTypeface typeface, string file, int index)
    {
        Typeface = typeface;
        shaping = new(() =>
        {
            using var blob = Blob.FromFile(file);
            using var face = new Face(blob, index);
            var font = new Font(face);
            font.SetScale(face.UnitsPerEm, face.UnitsPerEm);
            font.SetFunctionsOpenType();
            return font;
        });
    }

    public SKTypeface Typeface { get; }

    /// <summary>All faces of a file; none where it is no font.</summary>
    public static IEnumerable<FontFace> In(string file)
    {
        for (var index = 0; SKTypeface.FromFile(file, index) is { } typeface; index++)
        {
            yield return new FontFace(typeface, file, index);
        }
    }

    public bool Has(string text) =>
        text.EnumerateRunes().All(character => IsInvisible(character) || shaping.Value.TryGetNominalGlyph(character.Value, out _));

    /// <summary>The glyphs of a text all of whose characters the face has.</summary>
    public GlyphRun Shape(string text)
    {
        using var buffer = new Buffer();
        var bytes = Encoding.UTF8.GetBytes(text);
        buffer.AddUtf8(bytes);
        buffer.GuessSegmentProperties();
        shaping.Value.Shape(buffer);
        var infos = buffer.GetGlyphInfoSpan();
        var places = buffer.GetGlyphPositionSpan();
        var (glyphs, clusters, offsets) = (new ushort[infos.Length], new uint[infos.Length], new SKPoint[infos.Length]);
        float em = Typeface.UnitsPerEm,
            width = 0;
        for (var index = 0; index < infos.Length; index++)
        {
            (glyphs[index], clusters[index]) = ((ushort)infos[index].Codepoint, infos[index].Cluster);
            offsets[index] = new SKPoint(width + (places[index].XOffset / em), -places[index].YOffset / em);
            width += places[index].XAdvance / em;
        }

        return new GlyphRun(this, glyphs, offsets, width, bytes, clusters);
    }

    public void Dispose()
    {
        Typeface.Dispose();
        if (shaping.IsValueCreated)
        {
            shaping.Value.Dispose();
        }
    }

    /// <summary>Joiners, marks of direction, selectors of variants: of these nothing is drawn where a font does not know them.</summary>
    private static bool IsInvisible(Rune character) =>
        character.Value
            is 0x00AD
                or 0x034F
                or 0xFEFF
                or (>= 0x200B and <= 0x200F)
                or (>= 0x202A and <= 0x202E)
                or (>= 0x2060 and <= 0x206F)
                or (>= 0xFE00 and <= 0xFE0F)
                or (>= 0xE0000 and <= 0xE0FFF);
}

/// <summary>Glyphs of one face in a row.</summary>
/// <param name="Offsets">Of each from the beginning, at a size of one.</param>
/// <param name="Width">Of all, at a size of one.</param>
/// <param name="Text">What they stand for, in UTF-8.</param>
/// <param name="Clusters">Where in the text each glyph's characters begin.</param>
internal sealed record GlyphRun(FontFace Face, ushort[] Glyphs, SKPoint[] Offsets, float Width, byte[] Text, uint[] Clusters);
