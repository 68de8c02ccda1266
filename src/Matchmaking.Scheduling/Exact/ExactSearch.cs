using Google.OrTools.Sat;
using Matchmaking.Core.Expos;
using Matchmaking.Scheduling.Engine;
using Matchmaking.Scheduling.LocalSearch;
using Matchmaking.Scheduling.Model;

namespace Matchmaking.Scheduling.Exact;

internal enum Verdict
{
    Open,
    Optimal,
    Infeasible,
}

/// <summary>Proves one goal after the other, while whatever finds better timetables runs beside.</summary>
internal sealed class ExactSearch(CompiledProblem problem, Incumbent incumbent, bool deterministic)
{
    /// <summary>Cores of broken break limits, few and small, are what proves that breaks cannot be fewer; relaxations cost more than they tell.</summary>
    private const string ForBreaks = "num_workers:1,optimize_with_core:true,linearization_level:0";

    private const string ForSums = "num_workers:1,linearization_level:2";
    private const string ForRules = "num_workers:1,linearization_level:0";

    public Verdict Run(double seconds, int seed, CancellationToken cancellation)
    {
        var effort = Effort.OfSeconds(seconds, cancellation);
        if (!incumbent.Best.IsValid)
        {
            var found = Solve(null, seconds, seed, cancellation);
            if (found is Verdict.Open or Verdict.Infeasible)
            {
                return found;
            }
        }

        foreach (var goal in Enum.GetValues<Goal>())
        {
            if (incumbent.Best.Value(goal) <= Goals.Trivial(problem, goal, incumbent.Best))
            {
                continue;
            }

            if (Solve(goal, deterministic ? seconds : seconds * (1 - effort.Progress), seed, cancellation) is Verdict.Open)
            {
                return Verdict.Open;
            }
        }

        return Verdict.Optimal;
    }

    private Verdict Solve(Goal? goal, double seconds, int seed, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
        {
            return Verdict.Open;
        }

        var best = incumbent.Best;
        var exact = new ExactModel(problem, new int[problem.Meetings], Limits(best));
        if (best.IsValid)
        {
            foreach (var earlier in Enum.GetValues<Goal>().Where(earlier => earlier < goal && best.Value(earlier) < long.MaxValue))
            {
                exact.Model.Add(Goals.Of(exact, problem, earlier) <= best.Value(earlier));
            }

            exact.Hint(incumbent.Positions());
        }

        if (goal is { } wanted)
        {
            exact.Model.Minimize(Goals.Of(exact, problem, wanted));
        }

        var parameters = goal switch
        {
            null => ForRules,
            Goal.Breaks or Goal.Changed => ForBreaks,
            Goal.Largest => ForRules,
            _ => ForSums,
        };
        using var run = new SolverRun($"{parameters},random_seed:{seed}", seconds, deterministic, cancellation);
        var reached = false;
        var bound = 0.0;
        using var watch = incumbent.Watch(() =>
        {
            if (goal is { } sought && bound >= incumbent.Best.Value(sought) - 1e-6)
            {
                reached = true;
                run.Stop();
            }
        });
        var status = run.Solve(
            exact.Model,
            value => incumbent.Offer(exact.Read(value)),
            goal is null
                ? null
                : value =>
                {
                    bound = Math.Ceiling(value - 1e-6);
                    if (goal == Goal.Breaks)
                    {
                        incumbent.RaiseBound((int)bound);
                    }

                    reached |= bound >= incumbent.Best.Value(goal.Value);
                    return reached;
                }
        );
        return status switch
        {
            CpSolverStatus.Infeasible when !best.IsValid => Verdict.Infeasible,
            CpSolverStatus.ModelInvalid => throw new InvalidOperationException(exact.Model.Validate()),
            CpSolverStatus.Optimal => Verdict.Optimal,
            _ => reached ? Verdict.Optimal : Verdict.Open,
        };
    }

    /// <summary>A window of break counts that begins at a floor costs at least the floor for everybody.</summary>
    private BreakLimits Limits(Score best)
    {
        var most = (problem.Time.All.Length - 1) / 2;
        var floor = Enumerable.Range(0, problem.People).Select(MostBreaks).DefaultIfEmpty(0).Min();
        return best.IsValid && problem.PlacesAll && best.Changed == 0
            ? new BreakLimits(Math.Min(most, best.Breaks), Math.Min(floor, best.Breaks / Math.Max(1, problem.People)))
            : new BreakLimits(most, floor);
    }

    private int MostBreaks(int person) => Math.Max(0, Math.Min(problem.MeetingsOf[person].Length - 1, (problem.Time.All.Length - 1) / 2));
}
