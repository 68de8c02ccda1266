using Google.OrTools.Sat;
using Matchmaking.Scheduling.LocalSearch;
using Matchmaking.Scheduling.Model;

namespace Matchmaking.Scheduling.Exact;

/// <summary>In the order in which they count.</summary>
internal enum Goal
{
    Musts,
    Minimum,
    Weight,
    Changed,
    Breaks,
    Largest,
}

/// <summary>What each goal asks to be small, in a score and in a model.</summary>
internal static class Goals
{
    public static long Value(this Score score, Goal goal) =>
        goal switch
        {
            Goal.Musts => score.MustsMissing,
            Goal.Minimum => score.MinimumMissing,
            Goal.Weight => score.WeightMissing,
            Goal.Changed => score.Changed,
            Goal.Breaks => score.Breaks,
            _ => score.Largest,
        };

    /// <summary>What no timetable is below, known without a search.</summary>
    public static long Trivial(CompiledProblem problem, Goal goal, Score score) =>
        goal switch
        {
            Goal.Breaks => problem.LeastBreaks.Sum(),
            Goal.Largest => Math.Max(
                problem.LeastBreaks.DefaultIfEmpty(0).Max(),
                (score.Breaks + Math.Max(1, problem.People) - 1) / Math.Max(1, problem.People)
            ),
            _ => 0,
        };

    /// <summary>Whether no search is needed to know that nothing is better.</summary>
    public static bool AreReached(CompiledProblem problem, Score score) =>
        score.IsValid && Array.TrueForAll(Enum.GetValues<Goal>(), goal => score.Value(goal) <= Trivial(problem, goal, score));

    public static LinearExpr Of(ExactModel exact, CompiledProblem problem, Goal goal)
    {
        var all = Enumerable.Range(0, problem.Meetings);
        switch (goal)
        {
            case Goal.Musts:
                return LinearExpr.Sum(all.Where(problem.Must).Select(meeting => 1 - exact.Placed(meeting)));
            case Goal.Minimum:
                return LinearExpr.Sum(Enumerable.Range(0, problem.People).Where(person => problem.Least(person) > 0).Select(Missing));
            case Goal.Weight:
                return LinearExpr.Sum(all.Select(meeting => (1 - exact.Placed(meeting)) * problem.Weight[meeting]));
            case Goal.Changed:
                return LinearExpr.Sum(
                    all.Where(meeting => problem.Known[meeting] != 0).Select(meeting => 1 - exact.At(meeting, problem.Known[meeting]))
                );
            case Goal.Breaks:
                return LinearExpr.Sum(exact.People.Select(person => person.Breaks)) + exact.HeldBreaks;
            default:
                var largest = exact.Model.NewIntVar(exact.HeldLargest, problem.Positions, string.Empty);
                foreach (var person in exact.People)
                {
                    exact.Model.Add(person.Breaks <= largest);
                }

                return largest;
        }

        LinearExpr Missing(int person)
        {
            var missing = exact.Model.NewIntVar(0, problem.Least(person), string.Empty);
            exact.Model.Add(missing + LinearExpr.Sum(problem.MeetingsOf[person].Select(exact.Placed)) >= problem.Least(person));
            return missing;
        }
    }
}
