using Matchmaking.Core.Expos.Participation;

namespace Matchmaking.Core.Expos.Timetables;

/// <summary>
/// What a meeting counts among others: whole steps for what both sides wish, and within a step how well they fit. One figure holds both, so
/// that whatever compares meetings compares the same.
/// </summary>
public static class MeetingWeight
{
    /// <summary>A wish counts at least twice what fitting can bring, so that no score makes up for it.</summary>
    private const double ScoreShare = 0.5;

    private const int Decimals = 4;

    /// <summary>A side that said nothing adds nothing, so that of two alike what both wish comes first.</summary>
    /// <returns>A whole number.</returns>
    public static double Of(WishKind? one, WishKind? other) => WorthOf(one) + WorthOf(other);

    /// <param name="wishes">A whole number.</param>
    /// <param name="score">In [0, 1].</param>
    public static double With(double wishes, double score) => Math.Round(wishes + (ScoreShare * score), Decimals);

    /// <returns>In [0, 1]; null for none.</returns>
    public static double? ScoreIn(double weight) =>
        Math.Round((weight - Math.Floor(weight)) / ScoreShare, Decimals) is > 0 and var score ? score : null;

    private static double WorthOf(WishKind? wish) =>
        wish switch
        {
            WishKind.Must => 2,
            WishKind.Meet => 1,
            _ => 0,
        };
}
