namespace Matchmaking.Core.Language.Lexicon;

/// <summary>What many things mean by their names alone, in one block of memory, to be compared with the vector of a text.</summary>
internal sealed class VectorRows
{
    private readonly int dimensions;
    private readonly sbyte[] values;
    private readonly float[] scales;

    /// <param name="things">The names of each; there are no rows where the lexicon has learnt nothing.</param>
    public VectorRows(IReadOnlyList<string[]> things, LearntLexicon lexicon)
    {
        dimensions = lexicon.Dimensions;
        if (lexicon.IsEmpty)
        {
            (values, scales) = ([], []);
            return;
        }

        values = new sbyte[things.Count * dimensions];
        scales = new float[things.Count];
        Parallel.For(
            0,
            things.Count,
            row =>
            {
                var mean = QuantizedVector.Of(lexicon.Embed(things[row]));
                mean.Values.CopyTo(values.AsSpan(row * dimensions));
                scales[row] = mean.Scale;
            }
        );
    }

    public int Count => scales.Length;

    /// <param name="meaning">A vector of <see cref="MeaningSpace"/>; its learnt part is compared.</param>
    /// <param name="cosines">One a row is written.</param>
    /// <returns>False when nothing is known of the text.</returns>
    public bool Compare(QuantizedVector meaning, Span<float> cosines)
    {
        var asked = meaning.Values[..dimensions];
        var length = MathF.Sqrt(QuantizedVector.Dot(asked, asked));
        for (var row = 0; row < Count && length > 0; row++)
        {
            cosines[row] = QuantizedVector.Dot(asked, values.AsSpan(row * dimensions, dimensions)) * scales[row] / length;
        }

        return length > 0;
    }
}
