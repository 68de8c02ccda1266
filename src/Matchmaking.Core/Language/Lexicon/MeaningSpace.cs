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

    private const float TextShare = 0.4f;

    /// <summary>The matrix turns the vectors of the encoder it was learnt for, and no other's.</summary>
    private readonly bool hasMatrix = lexicon.EncoderDimensions > 0 && lexicon.EncoderId == encoder.Id;

    private readonly float lexiconWeight = encoder.Dimensions > 0 ? MathF.Sqrt(1 / (1 + EncoderShare)) : 1;
    private readonly float encoderWeight = MathF.Sqrt(EncoderShare / (1 + EncoderShare));

    public string Version { get; } = $"{lexicon.Version}/{encoder.Id}";

    public LearntLexicon Lexicon => lexicon;

    public int Dimensions => lexicon.Dimensions + encoder.Dimensions;

    public QuantizedVector Of(string text) => Of(text, string.Empty, Encode(text, string.Empty));

    /// <param name="encoded">As <see cref="Encode"/> gives it; kept beside the text, so that it is made once.</param>
    public QuantizedVector Of(string title, string text, ReadOnlySpan<float> encoded)
    {
        var vector = new float[Dimensions];
        var learnt = lexicon.Embed(title, text, hasMatrix ? encoded : []);
        TensorPrimitives.Multiply(learnt, lexiconWeight, vector.AsSpan(0, learnt.Length));
        if (encoded.Length == encoder.Dimensions)
        {
            TensorPrimitives.Multiply(encoded, encoderWeight, vector.AsSpan(learnt.Length));
        }

        return QuantizedVector.Of(vector);
    }

    /// <summary>The encoder's vector of a listing: the title counts most. Empty without an encoder.</summary>
    public float[] Encode(string title, string text)
    {
        if (encoder.Dimensions == 0)
        {
            return [];
        }

        var vector = encoder.Encode(title);
        if (text.Length > 0)
        {
            TensorPrimitives.MultiplyAdd(encoder.Encode(text), TextShare, vector, vector);
            TensorPrimitives.Divide(vector, TensorPrimitives.Norm<float>(vector), vector);
        }

        return vector;
    }
}
