using System.Text;
using Matchmaking.Core.Common;

namespace Matchmaking.Web.Pdf;

/// <summary>Sets phrases in lines. It keeps what it has shaped, and is for one file and one thread.</summary>
internal sealed class Typesetter(PdfFonts fonts)
{
    /// <summary>The printers' sign for a type that is missing from the case.</summary>
    public const string MissingSign = "〓";

    private readonly Dictionary<(string Text, LanguageCode Language, bool IsBold), ShapedText> shaped = [];

    /// <param name="gap">Between two phrases on a line. A phrase that does not fit behind another one begins a line of its own.</param>
    public TextBlock Set(IEnumerable<Phrase> phrases, float width, float gap = 0)
    {
        var lines = new LineStack(width);
        foreach (var phrase in phrases)
        {
            var words = Words(phrase, width).ToList();
            var size = phrase.Style.Size;
            lines.BeginPhrase(words.Sum(word => (word.Text.Width + (word.Blank?.Width ?? 0)) * size), gap);
            foreach (var (text, blank) in words)
            {
                lines.Add(text, blank, phrase.Style);
            }
        }

        return lines.ToBlock();
    }

    /// <summary>In the largest of the sizes in which it stands on one line, or else in the smallest.</summary>
    public TextBlock Fit(Phrase phrase, float width, params IEnumerable<float> sizes) =>
        sizes
            .Select(size => Set([phrase with { Style = phrase.Style with { Size = size } }], width))
            .Aggregate((best, smaller) => best.Lines.Count > 1 ? smaller : best);

    /// <summary>Pieces that fit on a line, each with the blank after it.</summary>
    private IEnumerable<(ShapedText Text, ShapedText? Blank)> Words(Phrase phrase, float width)
    {
        foreach (var (piece, blankAfter) in LineBreaks.Pieces(phrase.Text.Normalize(), phrase.Language))
        {
            var text = Shape(piece, phrase);
            var blank = blankAfter ? Shape(" ", phrase) : null;
            if (text.Width * phrase.Style.Size <= width)
            {
                yield return (text, blank);
                continue;
            }

            foreach (var element in LineBreaks.Elements(piece))
            {
                yield return (Shape(element, phrase), null);
            }

            yield return (Shape(string.Empty, phrase), blank);
        }
    }

    private ShapedText Shape(string text, Phrase phrase)
    {
        var key = (text, phrase.Language, phrase.Style.IsBold);
        if (!shaped.TryGetValue(key, out var found))
        {
            shaped[key] = found = Shape(text, phrase.Language, phrase.Style.IsBold);
        }

        return found;
    }

    private ShapedText Shape(string text, LanguageCode language, bool isBold)
    {
        var (runs, missing) = (new List<GlyphRun>(), new HashSet<Rune>());
        var (open, face) = (new StringBuilder(), (FontFace?)null);
        foreach (var element in LineBreaks.Elements(text))
        {
            var (sign, own) = (element, fonts.For(element, language, isBold));
            if (own is null)
            {
                missing.UnionWith(element.EnumerateRunes());
                (sign, own) = (MissingSign, fonts.For(MissingSign, language, isBold));
            }

            if (own != face && open.Length > 0)
            {
                runs.Add(face!.Shape(open.ToString()));
                open.Clear();
            }

            face = own;
            open.Append(sign);
        }

        if (open.Length > 0)
        {
            runs.Add(face!.Shape(open.ToString()));
        }

        return new ShapedText(runs, runs.Sum(run => run.Width), missing);
    }
}

/// <param name="Width">At a size of one.</param>
internal sealed record ShapedText(IReadOnlyList<GlyphRun> Runs, float Width, IReadOnlySet<Rune> Missing);
