namespace Matchmaking.Core.Matching.Scoring;

/// <summary>What the cosine of two listings' vectors says: how likely they are of one thing.</summary>
public static class MeaningLikeness
{
    /// <summary>The cosine at which two texts are as likely of one thing as not, and how steeply that changes; set by eye on tariff texts and real products.</summary>
    private const double EvenCosine = 0.55;

    private const double CosineStep = 0.07;

    /// <summary>As above, for a heading by the words of its names alone.</summary>
    private const double EvenHeadingCosine = 0.45;

    private const double HeadingCosineStep = 0.06;

    /// <returns>In (0, 1).</returns>
    public static double Of(double cosine) => Logistic((cosine - EvenCosine) / CosineStep);

    /// <param name="cosine">Of a text's vector and a heading's.</param>
    /// <returns>In (0, 1).</returns>
    public static double OfHeading(double cosine) => Logistic((cosine - EvenHeadingCosine) / HeadingCosineStep);

    private static double Logistic(double steps) => 1 / (1 + Math.Exp(-steps));
}
