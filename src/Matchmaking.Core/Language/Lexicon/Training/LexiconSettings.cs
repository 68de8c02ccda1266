namespace Matchmaking.Core.Language.Lexicon.Training;

/// <summary>How a lexicon is learnt. The defaults were chosen on development splits (<c>train-lexicon --develop</c>).</summary>
public sealed record LexiconSettings
{
    public int Dimensions { get; init; } = 256;

    public int Rounds { get; init; } = 12;

    /// <summary>Pairs that are told apart from each other at once.</summary>
    public int BatchSize { get; init; } = 512;

    /// <summary>Of the softmax over one batch; lower is stricter on the nearest wrong answers.</summary>
    public float Temperature { get; init; } = 0.08f;

    /// <summary>A feature of fewer texts gets no vector.</summary>
    public int LeastTexts { get; init; } = 4;

    /// <summary>Share of a text's features left out at each step, so that no single one carries a text.</summary>
    public double FeatureDropout { get; init; } = 0.3;

    /// <summary>Share of texts that are seen without the encoder, so that the words alone work too.</summary>
    public double EncoderDropout { get; init; } = 0.3;

    public float LearningRate { get; init; } = 0.07f;

    public int Seed { get; init; } = 7;
}
