namespace Matchmaking.Core.Matching.Scoring;

/// <summary>What the cosine of two listings' vectors says: how likely they are of one thing.</summary>
public static class MeaningLikeness
{
    /// <summary>The cosine at which two texts are as likely of one thing as not, and how steeply that changes; set by eye on tariff texts and real products.</summary>
    private const double EvenCosine = 0.55;

    private const double CosineStep = 0.07;

    /// <returns>In (0, 1).</returns>
    public static double Of(double cosine) => 1 / (1 + Math.Exp((EvenCosine - cosine) / CosineStep));
}
