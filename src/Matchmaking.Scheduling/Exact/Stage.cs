using Google.OrTools.Sat;
using Matchmaking.Scheduling.Engine;
using Matchmaking.Scheduling.Model;

namespace Matchmaking.Scheduling.Exact;

/// <summary>How it is shown that a goal cannot be reached any better.</summary>
internal enum Proof
{
    /// <summary>By small sets of limits that cannot all hold.</summary>
    Cores,

    /// <summary>By linear relaxations, which see what follows from many sums at once.</summary>
    Relaxations,
}

/// <summary>One goal within one window of break counts.</summary>
internal sealed class Stage(CompiledProblem problem, Incumbent incumbent, Proof proof, Goal? goal, BreakLimits limits)
{
    private const string WithCores = SolverRun.ByClauses + ",optimize_with_core:true";
    private const string WithRelaxations = "num_workers:1,linearization_level:2,optimize_with_lb_tree_search:true";
    private const string ForSums = "num_workers:1,linearization_level:2";
    private static readonly Goal[] Order = Enum.GetValues<Goal>();
    private bool reached;
    private double bound = goal is { } first ? Goals.Trivial(problem, first, incumbent.Best) : 0;

    public Verdict Solve(double seconds, bool deterministic, int seed, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
        {
            return Verdict.Open;
        }

        var exact = Model();
        using var run = new SolverRun($"{Parameters()},random_seed:{seed}", seconds, deterministic, cancellation);
        using var watch = incumbent.Watch(() =>
        {
            if (IsReached())
            {
                run.Stop();
            }
        });
        var status = run.Solve(exact.Model, value => incumbent.Offer(exact.Read(value)), goal is null ? null : Raise);
        return status switch
        {
            CpSolverStatus.ModelInvalid => throw new InvalidOperationException(exact.Model.Validate()),
            CpSolverStatus.Infeasible => Verdict.Infeasible,
            CpSolverStatus.Optimal => Verdict.Optimal,
            _ => reached ? Verdict.Optimal : Verdict.Open,
        };
    }

    private ExactModel Model()
    {
        var best = incumbent.Best;
        var exact = new ExactModel(problem, new int[problem.Meetings], limits);
        if (best.IsValid)
        {
            foreach (var earlier in Order.Where(earlier => earlier < goal))
            {
                exact.Model.Add(Goals.Of(exact, problem, earlier) <= best.Value(earlier));
            }

            exact.Hint(incumbent.Positions());
        }

        if (goal is { } wanted)
        {
            exact.Model.Minimize(Goals.Of(exact, problem, wanted));
        }

        return exact;
    }

    private string Parameters() =>
        goal switch
        {
            Goal.Breaks or Goal.Changed when proof == Proof.Cores => WithCores,
            Goal.Breaks or Goal.Changed => WithRelaxations,
            Goal.Musts or Goal.Minimum or Goal.Weight => ForSums,
            _ => SolverRun.ByClauses,
        };

    private bool Raise(double value)
    {
        bound = Math.Max(bound, Math.Ceiling(value - 1e-6));
        if (goal == Goal.Breaks)
        {
            // A higher window costs at least its floor for everybody.
            var higher = limits.HighestFloor < problem.HighestFloor ? (limits.HighestFloor + 1) * problem.People : int.MaxValue;
            incumbent.RaiseBound((int)Math.Min(bound, higher));
        }

        return IsReached();
    }

    private bool IsReached()
    {
        reached |= goal is { } wanted && bound >= incumbent.Best.Value(wanted);
        return reached;
    }
}
