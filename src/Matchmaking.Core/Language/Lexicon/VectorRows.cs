using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Matchmaking.Core.Language.Lexicon;

/// <summary>What many things mean by their names alone, in one block of memory, to be compared with the vector of a text.</summary>
internal sealed class VectorRows
{
    private readonly int dimensions;
    private readonly sbyte[] values;
    private readonly float[] scales;
    private readonly ulong[] signs;
    private readonly int words;

    /// <param name="things">The names of each; there are no rows where the lexicon has learnt nothing.</param>
    public VectorRows(IReadOnlyList<string[]> things, LearntLexicon lexicon)
    {
        dimensions = lexicon.Dimensions;
        words = SignBits.Words(dimensions);
        if (lexicon.IsEmpty)
        {
            (values, scales, signs) = ([], [], []);
            return;
        }

        values = new sbyte[things.Count * dimensions];
        scales = new float[things.Count];
        signs = new ulong[things.Count * words];
        for (var row = 0; row < things.Count; row++)
        {
            var mean = QuantizedVector.Of(lexicon.Embed(things[row]));
            mean.Values.CopyTo(values.AsSpan(row * dimensions));
            scales[row] = mean.Scale;
            SignBits.Write(mean.Values, signs.AsSpan(row * words, words));
        }
    }

    public int Count => scales.Length;

    /// <summary>Looks at the signs of all rows, and at those that differ least in full.</summary>
    /// <param name="meaning">A vector of <see cref="MeaningSpace"/>; its learnt part is compared.</param>
    /// <param name="near">Takes as many of the nearest as it holds, in no order; a few of its last may be others that are nearly as near.</param>
    /// <returns>How many; none when nothing is known of the text.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Nearest(QuantizedVector meaning, Span<NearRow> near)
    {
        var asked = meaning.Values[..dimensions];
        var length = MathF.Sqrt(QuantizedVector.Dot(asked, asked));
        if (length == 0)
        {
            return 0;
        }

        var distances = ArrayPool<ushort>.Shared.Rent(Count);
        var found = Choose(asked, distances.AsSpan(0, Count), near);
        ArrayPool<ushort>.Shared.Return(distances);
        foreach (ref var row in near[..found])
        {
            row = row with
            {
                Cosine = QuantizedVector.Dot(asked, values.AsSpan(row.Place * dimensions, dimensions)) * scales[row.Place] / length,
            };
        }

        return found;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Choose(ReadOnlySpan<sbyte> asked, Span<ushort> distances, Span<NearRow> near)
    {
        Span<ulong> askedSigns = stackalloc ulong[words];
        SignBits.Write(asked, askedSigns);
        Span<int> counts = stackalloc int[dimensions + 2];
        counts.Clear();
        for (var row = 0; row < distances.Length; row++)
        {
            var distance = SignBits.Distance(ref askedSigns[0], ref signs[row * words], words);
            distances[row] = (ushort)distance;
            counts[distance]++;
        }

        var (within, fit) = (0, counts[0]);
        while (within < dimensions && fit + counts[within + 1] <= near.Length)
        {
            fit += counts[++within];
        }

        var (chosen, further) = (0, Math.Min(near.Length, distances.Length) - fit);
        for (var row = 0; row < distances.Length && chosen < near.Length; row++)
        {
            if (distances[row] <= within || (distances[row] == within + 1 && further-- > 0))
            {
                near[chosen++] = new NearRow(row, 0);
            }
        }

        return chosen;
    }
}

/// <param name="Place">Among the things that the rows stand for.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NearRow(int Place, float Cosine);
