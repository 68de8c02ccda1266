using System.Runtime.InteropServices;

namespace Matchmaking.Core.Matching.Scoring;

/// <summary>How well one firm fits the one that asks.</summary>
/// <param name="Fused">In [0, 1].</param>
public sealed record FirmScore(double Fused, DirectionScore TheyOffer, DirectionScore TheyNeed)
{
    /// <summary>
    /// Of a direction for which one of the firms states nothing, this share of the other direction's score is assumed:
    /// a pure supplier stays behind a partner for both ways that is as good, and before one that is half as good.
    /// </summary>
    private const double AssumedShare = 0.5;

    /// <summary>Both state something and nothing fits: the harmonic mean would be 0 however well the other direction fits, and all such firms equal.</summary>
    private const double Least = 0.05;

    /// <summary>The harmonic mean: the weaker direction decides.</summary>
    public static double Fuse(double theyOffer, bool offerStated, double theyNeed, bool needStated)
    {
        if (!offerStated && !needStated)
        {
            return 0;
        }

        var first = offerStated ? Math.Max(theyOffer, Least) : theyNeed * AssumedShare;
        var second = needStated ? Math.Max(theyNeed, Least) : theyOffer * AssumedShare;
        return Math.Max(theyOffer, theyNeed) <= 0 ? 0 : 2 * first * second / (first + second);
    }
}

/// <param name="Score">In [0, 1].</param>
/// <param name="IsStated">Both firms have listings for this direction.</param>
/// <param name="Pairs">Best first; each listing stands in one pair at most.</param>
public sealed record DirectionScore(double Score, bool IsStated, IReadOnlyList<PairScore> Pairs);

/// <param name="Mine">Place of my listing in my profile.</param>
/// <param name="Theirs">Place of their listing in their profile.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PairScore(int Mine, int Theirs, PairSignals Signals);
