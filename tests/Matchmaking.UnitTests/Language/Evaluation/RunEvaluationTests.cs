using Matchmaking.Core.Common;
using Matchmaking.Core.Language.Evaluation;
using Xunit;

namespace Matchmaking.UnitTests.Language.Evaluation;

public sealed class RunEvaluationTests
{
    [Fact]
    public void Query_that_the_run_does_not_answer_is_a_miss_and_counted()
    {
        var measured = RunEvaluation.Of(Run("q1 a"), Judged("q1 a 1", "q2 b 1"));

        Assert.Equal((2, 1), (measured.Count, measured.Missing));
        Assert.All(measured.Estimates, estimate => Assert.Equal(0.5, estimate.Mean));
    }

    [Fact]
    public void Query_without_a_relevant_candidate_is_not_measured()
    {
        var judgements = Judged("q1 a 1", "q2 b 0");

        Assert.Equal(1, RunEvaluation.Of(Run("q1 a"), judgements).Count);
        Assert.Equal(1, judgements.Hopeless);
    }

    [Fact]
    public void Pair_is_judged_once()
    {
        var judgements = Judged("q1 a 1");

        Assert.False(judgements.TryAdd("q1", "a", 0));
        Assert.Equal(["a"], judgements.RelevantFor("q1").Keys);
    }

    [Fact]
    public void Rank_orders_a_file_of_ours_and_score_a_file_of_TREC()
    {
        RankedCandidate[] rows = [new("q", "a", 2, 0.9), new("q", "b", 1, 0.1), new("q", "c", 3, 0.1)];

        Assert.Equal(["b", "a", "c"], RankedRun.ByRank(rows).For("q")!);
        Assert.Equal(["a", "b", "c"], RankedRun.ByScore(rows).For("q")!);
    }

    [Fact]
    public void What_is_right_in_another_language_is_neither_a_hit_nor_a_mistake()
    {
        var directions = RunEvaluation.ByDirection(
            Run("ko1 zh1", "ko1 en1", "ko1 ko9", "ko1 ko1"),
            Judged("ko1 ko1 1", "ko1 zh1 1", "ko1 en1 1"),
            LanguageOf,
            LanguageOf
        );

        Assert.Equal(
            [new(LanguageCode.Ko, LanguageCode.Zh), new(LanguageCode.Ko, LanguageCode.Ko), new(LanguageCode.Ko, LanguageCode.En)],
            directions.Select(part => part.Direction)
        );
        Assert.Equal([1, 0.5, 1], directions.Select(part => part.Measured.Estimates[3].Mean));
    }

    [Fact]
    public void Directions_share_the_queries_among_themselves()
    {
        var directions = RunEvaluation.ByDirection(Run("zh1 ko1"), Judged("zh1 ko1 1", "ko1 zh1 1", "ko2 zh2 1"), LanguageOf, LanguageOf);

        Assert.Equal([(1, 0), (2, 2)], directions.Select(part => (part.Measured.Count, part.Measured.Missing)));
    }

    [Fact]
    public void Interval_holds_the_mean_and_is_the_same_each_time()
    {
        var queries = Enumerable.Range(0, 200).Select(number => (IReadOnlyList<double>)[number % 4 == 0 ? 1 : 0, 1]).ToList();

        var estimates = Estimate.OfEach(queries);

        Assert.Equal(estimates, Estimate.OfEach(queries));
        Assert.Equal(0.25, estimates[0].Mean);
        // ± 1.96 · √(0.25 · 0.75 / 200) = ± 0.06
        Assert.InRange(estimates[0].Low, 0.17, 0.21);
        Assert.InRange(estimates[0].High, 0.29, 0.33);
        Assert.Equal(new Estimate(1, 1, 1), estimates[1]);
    }

    private static LanguageCode LanguageOf(string id) =>
        LanguageCodes.All.Single(language => id.StartsWith(language.ToCode(), StringComparison.Ordinal));

    private static RankedRun Run(params string[] rows) =>
        RankedRun.ByRank(rows.Select((row, place) => new RankedCandidate(row.Split(' ')[0], row.Split(' ')[1], place + 1, 0)));

    private static Judgements Judged(params string[] rows)
    {
        var judgements = new Judgements();
        foreach (var row in rows.Select(row => row.Split(' ')))
        {
            judgements.TryAdd(row[0], row[1], int.Parse(row[2], System.Globalization.CultureInfo.InvariantCulture));
        }

        return judgements;
    }
}
