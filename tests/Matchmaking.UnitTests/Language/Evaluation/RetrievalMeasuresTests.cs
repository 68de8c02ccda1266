using Matchmaking.Core.Language.Evaluation;
using Xunit;

namespace Matchmaking.UnitTests.Language.Evaluation;

public sealed class RetrievalMeasuresTests
{
    private const double Precision = 1e-4;

    [Fact]
    public void Best_order_is_1_in_every_measure() =>
        Assert.All(Of("a b c", ("a", 2), ("b", 1)).Values, value => Assert.Equal(1, value, Precision));

    [Fact]
    public void Relevant_candidate_in_the_third_place_is_found_among_five_but_not_first()
    {
        var measured = Of("x y a", ("a", 1));

        Assert.Equal((0, 1, 1), (measured.HitAt1, measured.HitAt5, measured.HitAt10));
        Assert.Equal(0.3333, measured.ReciprocalRank, Precision);
        // 1 / log2(4), where first place would give 1.
        Assert.Equal(0.5, measured.Ndcg10, Precision);
    }

    [Fact]
    public void Grades_count_linearly()
    {
        // (1/log2 2 + 3/log2 4) / (3/log2 2 + 1/log2 3) = 2.5 / 3.63093
        Assert.Equal(0.6885, Of("b x a", ("a", 3), ("b", 1)).Ndcg10, Precision);
    }

    [Fact]
    public void Relevant_candidates_that_the_ranking_lacks_lower_the_gain()
    {
        // 1 / (1 + 1/log2 3 + 1/log2 4) = 1 / 2.13093
        Assert.Equal(0.4693, Of("a", ("a", 1), ("b", 1), ("c", 1)).Ndcg10, Precision);
    }

    [Fact]
    public void Best_order_has_ten_places_only() =>
        Assert.Equal(1, Of("0 1 2 3 4 5 6 7 8 9", [.. Enumerable.Range(0, 20).Select(number => ($"{number}", 1))]).Ndcg10, Precision);

    [Fact]
    public void Eleventh_place_counts_for_the_reciprocal_rank_alone()
    {
        var measured = Of("1 2 3 4 5 6 7 8 9 10 a", ("a", 1));

        Assert.Equal(1.0 / 11, measured.ReciprocalRank, Precision);
        Assert.Equal((0, 0), (measured.HitAt10, measured.Ndcg10));
    }

    [Theory]
    [InlineData(5, 1, 1)]
    [InlineData(6, 0, 1)]
    [InlineData(10, 0, 1)]
    [InlineData(11, 0, 0)]
    public void Edges_of_five_and_ten(int place, int five, int ten)
    {
        var measured = Of(string.Join(' ', Enumerable.Range(1, 12).Select(number => number == place ? "a" : $"x{number}")), ("a", 1));

        Assert.Equal((five, ten), (measured.HitAt5, measured.HitAt10));
    }

    [Fact]
    public void Nothing_found_is_a_miss() => Assert.Equal(RetrievalMeasures.Miss, Of("x y", ("a", 1)));

    private static RetrievalMeasures Of(string ranking, params (string Candidate, int Grade)[] relevant) =>
        RetrievalMeasures.Of(ranking.Split(' '), relevant.ToDictionary(item => item.Candidate, item => item.Grade));
}
