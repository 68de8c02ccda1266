using Matchmaking.Scheduling.Engine;
using Matchmaking.Scheduling.LocalSearch;
using Matchmaking.Scheduling.Model;

namespace Matchmaking.Scheduling.Exact;

/// <summary>Proves one goal after the other, while whatever finds better timetables runs beside.</summary>
internal sealed class ExactSearch(CompiledProblem problem, Incumbent incumbent, Proof proof, bool deterministic) : IProver
{
    /// <summary>Meetings times positions; a larger model takes more than a gigabyte and proves nothing in the time that people wait.</summary>
    private const int LargestModel = 100_000;

    /// <summary>Likewise, where each of its sums is a row of a linear programme.</summary>
    private const int LargestRelaxation = 20_000;

    public Verdict Run(double seconds, int seed, CancellationToken cancellation)
    {
        if (problem.Placings > (proof == Proof.Cores ? LargestModel : LargestRelaxation))
        {
            return Verdict.Open;
        }

        var effort = Effort.OfSeconds(seconds, cancellation);
        // Whether there is any timetable takes no bound, and so one search.
        if (!incumbent.Best.IsValid && (proof == Proof.Cores ? Solve(null) : Verdict.Open) is var found && found != Verdict.Optimal)
        {
            return found;
        }

        foreach (var goal in Enum.GetValues<Goal>())
        {
            if (incumbent.Best.Value(goal) > Goals.Trivial(problem, goal, incumbent.Best) && Solve(goal) == Verdict.Open)
            {
                return Verdict.Open;
            }
        }

        return Verdict.Optimal;

        Verdict Solve(Goal? goal)
        {
            var verdict = Verdict.Infeasible;
            foreach (var limits in Windows(goal))
            {
                var left = deterministic ? seconds : seconds * (1 - effort.Progress);
                var part =
                    limits.LowestFloor * problem.People >= incumbent.Best.Breaks && goal == Goal.Breaks
                        ? Verdict.Optimal
                        : new Stage(problem, incumbent, proof, goal, limits).Solve(left, deterministic, seed, cancellation);
                if (part == Verdict.Open || (part == Verdict.Optimal && goal is null))
                {
                    return part;
                }

                verdict = part == Verdict.Optimal || incumbent.Best.IsValid ? Verdict.Optimal : verdict;
            }

            return verdict;
        }
    }

    /// <summary>The lowest window alone needs the smaller model, and is where the fewest breaks are if it allows any timetable.</summary>
    private IEnumerable<BreakLimits> Windows(Goal? goal)
    {
        var best = incumbent.Best;
        var most = (problem.Time.All.Length - 1) / 2;
        var (low, high) = (problem.LowestFloor, problem.HighestFloor);
        if (problem.PlacesAll && goal is null or Goal.Breaks && low == 0 && high > 0)
        {
            yield return new BreakLimits(goal is null ? most : Math.Min(most, best.Breaks), 0, 0);
            low = 1;
        }

        yield return new BreakLimits(most, low, high);
    }
}
