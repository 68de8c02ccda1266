using System.Collections.Concurrent;
using System.Numerics.Tensors;

namespace Matchmaking.Core.Language.Lexicon;

/// <summary>
/// Puts texts of the three languages into one space: the lexicon's vector and the encoder's side by side, so that the dot product of
/// two texts is the weighted mean of two cosines. Either part may be missing; vectors of different <see cref="Version"/> do not compare.
/// </summary>
public sealed class MeaningSpace(LearntLexicon lexicon, ITextEncoder encoder)
{
    /// <summary>What the encoder's own cosine counts beside the lexicon's, which the encoder is part of already.</summary>
    private const float EncoderShare = 0.4f;

    private static readonly float LexiconWeight = MathF.Sqrt(1 / (1 + EncoderShare));
    private static readonly float EncoderWeight = MathF.Sqrt(EncoderShare / (1 + EncoderShare));

    /// <summary>The matrix turns the vectors of the encoder it was learnt for, and no other's.</summary>
    private readonly bool hasMatrix = lexicon.EncoderDimensions > 0 && lexicon.EncoderId == encoder.Id;

    private readonly ConcurrentDictionary<string, QuantizedVector?> headings = new(StringComparer.Ordinal);
    private readonly Lazy<HeadingNames> headingNames = new(() => new HeadingNames(lexicon));

    public string Version { get; } = $"{lexicon.Version}/{encoder.Id}";

    public LearntLexicon Lexicon => lexicon;

    public int Dimensions => lexicon.Dimensions + encoder.Dimensions;

    public ITextEncoder Encoder => encoder;

    public HeadingNames HeadingNames => headingNames.Value;

    /// <summary>Asks the encoder for its length, which opens it: whoever wants the version alone need not wait for that.</summary>
    private float WeightOfLexicon => encoder.Dimensions > 0 ? LexiconWeight : 1;

    /// <returns>Null for a text of which nothing is known.</returns>
    public QuantizedVector? Of(string text) => Of(text, string.Empty, encoder.Dimensions > 0 ? encoder.Encode(text) : []);

    /// <summary>What the items of an enumeration mean, each by itself and by its words alone: encoding takes as long for an item as for a text.</summary>
    /// <returns>The learnt part of a vector each, which is its start; none for a text that names one thing.</returns>
    public IReadOnlyList<QuantizedVector> PartsOf(string title) => [.. Enumeration.Items(title).Select(Part).OfType<QuantizedVector>()];

    /// <summary>What the names of a heading mean in the three languages together, by their words alone.</summary>
    /// <param name="code">Four digits.</param>
    public QuantizedVector? OfHeading(string code) => headings.GetOrAdd(code, Heading);

    private QuantizedVector? Heading(string code) => OfLexicon(lexicon.Embed(HeadingNames.Names(code)));

    private QuantizedVector? Part(string item) => OfLexicon(lexicon.Embed(item));

    private QuantizedVector? OfLexicon(float[] learnt)
    {
        // So that the dot product with the start of a whole text's vector is the cosine of the two lexicon's vectors.
        TensorPrimitives.Divide(learnt, WeightOfLexicon, learnt);
        return TensorPrimitives.Norm<float>(learnt) > 0 ? QuantizedVector.Of(learnt) : null;
    }

    /// <param name="encoded">The encoder's vector of the title and the text; empty without an encoder.</param>
    public TextMeaning Read(string title, string text, ReadOnlySpan<float> encoded)
    {
        var vector = Of(title, text, encoded);
        return new TextMeaning(vector, vector is null ? [] : HeadingNames.Of(vector));
    }

    /// <param name="encoded">The encoder's vector of the title and the text; empty without an encoder.</param>
    /// <returns>Null for a text of which nothing is known.</returns>
    public QuantizedVector? Of(string title, string text, ReadOnlySpan<float> encoded)
    {
        var vector = new float[Dimensions];
        var learnt = lexicon.Embed(title, text, hasMatrix ? encoded : []);
        TensorPrimitives.Multiply(learnt, WeightOfLexicon, vector.AsSpan(0, learnt.Length));
        if (encoded.Length == encoder.Dimensions)
        {
            TensorPrimitives.Multiply(encoded, EncoderWeight, vector.AsSpan(learnt.Length));
        }

        return TensorPrimitives.Norm<float>(vector) > 0 ? QuantizedVector.Of(vector) : null;
    }
}
