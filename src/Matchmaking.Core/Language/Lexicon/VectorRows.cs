using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Matchmaking.Core.Language.Lexicon;

/// <summary>What many things mean by their names alone, in one block of memory, to be compared with the vector of a text.</summary>
internal sealed class VectorRows
{
    /// <summary>What lies further off says nothing of a thing; signs alone let half of what lies just here pass.</summary>
    public const float LeastCosine = 0.2f;

    private readonly int dimensions;

    /// <summary>In signs that differ.</summary>
    private readonly int furthest;

    private readonly sbyte[] values;
    private readonly float[] scales;
    private readonly ulong[] signs;
    private readonly int words;

    /// <param name="things">The names of each; there are no rows where the lexicon has learnt nothing.</param>
    /// <param name="known">Of things that follow after them and are vectors already.</param>
    public VectorRows(LearntLexicon lexicon, IReadOnlyList<string[]> things, IReadOnlyList<QuantizedVector>? known = null)
    {
        dimensions = lexicon.Dimensions;
        furthest = (int)(dimensions * Math.Acos(LeastCosine) / Math.PI);
        words = SignBits.Words(dimensions);
        if (lexicon.IsEmpty)
        {
            (values, scales, signs) = ([], [], []);
            return;
        }

        var count = things.Count + (known?.Count ?? 0);
        values = new sbyte[count * dimensions];
        scales = new float[count];
        signs = new ulong[count * words];
        for (var row = 0; row < count; row++)
        {
            var mean = row < things.Count ? QuantizedVector.Of(lexicon.Embed(things[row])) : known![row - things.Count];
            mean.Values.CopyTo(values.AsSpan(row * dimensions));
            scales[row] = mean.Scale;
            SignBits.Write(mean.Values, signs.AsSpan(row * words, words));
        }
    }

    public int Count => scales.Length;

    /// <summary>Looks at the signs of all rows, and in full at those whose signs are as like as those of <see cref="LeastCosine"/>.</summary>
    /// <param name="meaning">A vector of <see cref="MeaningSpace"/>; its learnt part is compared.</param>
    /// <param name="near">As long as <see cref="Count"/>; its start takes what is near, in the order of the rows.</param>
    /// <returns>How many; none when nothing is known of the text.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Near(QuantizedVector meaning, Span<NearRow> near)
    {
        var asked = meaning.Values[..dimensions];
        var length = MathF.Sqrt(QuantizedVector.Dot(asked, asked));
        if (length == 0)
        {
            return 0;
        }

        Span<ulong> askedSigns = stackalloc ulong[words];
        SignBits.Write(asked, askedSigns);
        var found = 0;
        for (var row = 0; row < scales.Length; row++)
        {
            if (SignBits.Distance(ref askedSigns[0], ref signs[row * words], words) <= furthest)
            {
                var product = QuantizedVector.Dot(asked, values.AsSpan(row * dimensions, dimensions));
                near[found++] = new NearRow(row, product * scales[row] / length);
            }
        }

        return found;
    }
}

/// <param name="Place">Among the things that the rows stand for.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NearRow(int Place, float Cosine);
