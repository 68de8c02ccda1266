using System.Globalization;
using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using Matchmaking.Core.Language.Lexicon.Training;

namespace Matchmaking.Core.Language.Lexicon;

/// <summary>
/// Vectors of features learnt from texts that mean the same in two languages. A text's vector is the normalised sum of those of its
/// features, and of the encoder's vector turned by a learnt matrix where there is one. Immutable.
/// </summary>
public sealed class LearntLexicon
{
    /// <summary>A word of the text says less than one of the title, which names the thing itself.</summary>
    private const float TextShare = 0.4f;

    /// <summary>Has learnt nothing.</summary>
    public static readonly LearntLexicon Empty = Of(new LearntVectors(1, new Dictionary<uint, int>(), [], null), string.Empty, []);

    private readonly FeatureTable features;
    private readonly sbyte[] vectors;
    private readonly float[] scales;
    private readonly float[] matrix;
    private readonly LexiconContent content;

    private LearntLexicon(LexiconContent content)
    {
        this.content = content;
        features = new FeatureTable(content.Features);
        (vectors, scales, matrix) = (content.Vectors, content.Scales, content.Matrix);
        (Dimensions, EncoderId, EncoderDimensions) = (content.Dimensions, content.EncoderId, content.EncoderDimensions);
        Version = content.Version;
    }

    public int Dimensions { get; }

    public bool IsEmpty => scales.Length == 0;

    /// <summary>The encoder that the matrix was learnt for; empty for none.</summary>
    public string EncoderId { get; }

    public int EncoderDimensions { get; }

    /// <summary>Changes with every training; vectors of different versions must not be compared.</summary>
    public string Version { get; }

    /// <summary>Headings of the nomenclature that a row of the training described.</summary>
    internal IReadOnlyList<DescribedHeading> Headings => content.Headings;

    /// <param name="rows">Of the training; those that describe a heading are kept by what they mean.</param>
    public static LearntLexicon Of(LearntVectors learnt, string encoderId, IEnumerable<AlignedRow> rows)
    {
        var lexicon = new LearntLexicon(LexiconContent.Of(learnt, encoderId));
        var described = rows.Where(row => row.Heading is not null)
            .Select(row => new DescribedHeading(
                ushort.Parse(row.Heading!, CultureInfo.InvariantCulture),
                QuantizedVector.Of(lexicon.Embed([.. row.Texts.OrderBy(text => text.Key).SelectMany(text => text.Value)]))
            ));
        return new LearntLexicon(lexicon.content with { Headings = [.. described] });
    }

    /// <exception cref="InvalidDataException">The stream holds no lexicon of this version.</exception>
    public static LearntLexicon Read(Stream stream) => new(LexiconContent.Read(stream));

    public void Write(Stream stream) => content.Write(stream);

    /// <summary>The vector between those of several names of one thing.</summary>
    /// <returns>Of length 1, or all zero when nothing is known of any.</returns>
    public float[] Embed(IReadOnlyCollection<string> names)
    {
        var sum = new float[Dimensions];
        var vector = new float[Dimensions];
        foreach (var name in names)
        {
            Array.Clear(vector);
            Embed(name, string.Empty, [], vector);
            TensorPrimitives.Add(sum, vector, sum);
        }

        Normalize(sum);
        return sum;
    }

    /// <summary>The vector of one word, phrase or title.</summary>
    public float[] Embed(string text) => Embed(text, string.Empty, []);

    /// <param name="title">What names the thing.</param>
    /// <param name="text">What more is said of it; counts less.</param>
    /// <param name="encoded">The encoder's vector of both (length <see cref="EncoderDimensions"/>), or empty.</param>
    /// <returns>Of length 1, or all zero when nothing is known of the text.</returns>
    public float[] Embed(string title, string text, ReadOnlySpan<float> encoded)
    {
        var vector = new float[Dimensions];
        Embed(title, text, encoded, vector);
        return vector;
    }

    private void Embed(string title, string text, ReadOnlySpan<float> encoded, Span<float> vector)
    {
        AddFeatures(title, 1f, vector);
        AddFeatures(text, TextShare, vector);
        if (EncoderDimensions > 0 && encoded.Length == EncoderDimensions)
        {
            for (var dimension = 0; dimension < Dimensions; dimension++)
            {
                vector[dimension] += TensorPrimitives.Dot(matrix.AsSpan(dimension * EncoderDimensions, EncoderDimensions), encoded);
            }
        }

        Normalize(vector);
    }

    private static void Normalize(Span<float> vector)
    {
        var length = TensorPrimitives.Norm<float>(vector);
        if (length > 0)
        {
            TensorPrimitives.Divide(vector, length, vector);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddFeatures(string text, float share, Span<float> sum)
    {
        var found = TextFeatures.Of(text);
        Span<int> places = found.Length <= 512 ? stackalloc int[found.Length] : new int[found.Length];
        var known = 0;
        foreach (var feature in found)
        {
            if (features.PlaceOf(feature) is >= 0 and var place)
            {
                places[known++] = place;
            }
        }

        var weight = share * LexiconTrainer.Weight(known);
        foreach (var place in places[..known])
        {
            Add(place, weight * scales[place], sum);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(int place, float weight, Span<float> sum)
    {
        var row = vectors.AsSpan(place * Dimensions, Dimensions);
        var dimension = 0;
        for (; dimension <= row.Length - Vector<sbyte>.Count; dimension += Vector<sbyte>.Count)
        {
            Vector.Widen(new Vector<sbyte>(row[dimension..]), out var low, out var high);
            AddWide(low, weight, sum[dimension..]);
            AddWide(high, weight, sum[(dimension + Vector<short>.Count)..]);
        }

        for (; dimension < row.Length; dimension++)
        {
            sum[dimension] += weight * row[dimension];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddWide(Vector<short> values, float weight, Span<float> sum)
    {
        Vector.Widen(values, out var low, out var high);
        var next = sum[Vector<float>.Count..];
        (new Vector<float>(sum) + Vector.ConvertToSingle(low) * weight).CopyTo(sum);
        (new Vector<float>(next) + Vector.ConvertToSingle(high) * weight).CopyTo(next);
    }
}
