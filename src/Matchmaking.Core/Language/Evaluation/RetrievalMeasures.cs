namespace Matchmaking.Core.Language.Evaluation;

/// <summary>How well one query was answered. Each measure is in [0, 1].</summary>
/// <param name="HitAt1">1 when a relevant candidate stands first, else 0; the mean over queries is R@1.</param>
/// <param name="HitAt5">1 when one stands among the first five.</param>
/// <param name="HitAt10">1 when one stands among the first ten.</param>
/// <param name="ReciprocalRank">1 ÷ the place of the first relevant candidate, however deep the ranking goes; 0 when there is none.</param>
/// <param name="Ndcg10">
/// Σ grade ÷ log2(place + 1) over the first ten, divided by the same sum of the best order possible: the linear gain of trec_eval.
/// </param>
public sealed record RetrievalMeasures(double HitAt1, double HitAt5, double HitAt10, double ReciprocalRank, double Ndcg10)
{
    public static readonly RetrievalMeasures Miss = new(0, 0, 0, 0, 0);

    public static readonly IReadOnlyList<string> Names = ["R@1", "R@5", "R@10", "MRR", "nDCG@10"];

    private const int Depth = 10;

    /// <summary>In the order of <see cref="Names"/>.</summary>
    public IReadOnlyList<double> Values => [HitAt1, HitAt5, HitAt10, ReciprocalRank, Ndcg10];

    /// <param name="ranking">Candidates, best first, each at most once.</param>
    /// <param name="relevant">At least one, with grades above 0.</param>
    public static RetrievalMeasures Of(IReadOnlyList<string> ranking, IReadOnlyDictionary<string, int> relevant)
    {
        var first = ranking.Index().FirstOrDefault(place => relevant.ContainsKey(place.Item), (Index: -1, Item: string.Empty)).Index;
        return first < 0
            ? Miss
            : new RetrievalMeasures(
                first < 1 ? 1 : 0,
                first < 5 ? 1 : 0,
                first < Depth ? 1 : 0,
                1.0 / (first + 1),
                Gain(ranking.Select(candidate => relevant.GetValueOrDefault(candidate))) / Gain(relevant.Values.OrderDescending())
            );
    }

    private static double Gain(IEnumerable<int> grades) => grades.Take(Depth).Index().Sum(place => place.Item / Math.Log2(place.Index + 2));
}
