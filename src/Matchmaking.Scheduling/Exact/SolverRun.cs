using System.Globalization;
using Google.OrTools.Sat;

namespace Matchmaking.Scheduling.Exact;

/// <summary>One run of the solver that tells of solutions and bounds while it runs and can be stopped from any thread.</summary>
internal sealed class SolverRun : IDisposable
{
    /// <summary>Parameters of a search on one thread that reasons by clauses, with no linear programme beside.</summary>
    public const string ByClauses = "num_workers:1,linearization_level:0";

    private readonly CpSolver solver = new();
    private readonly CancellationToken cancellation;
    private volatile bool stopped;

    public SolverRun(string parameters, double seconds, bool deterministic, CancellationToken cancellation)
    {
        var limit = Math.Max(seconds, 0.01).ToString(CultureInfo.InvariantCulture);
        solver.StringParameters = deterministic
            ? $"{parameters},max_deterministic_time:{limit}"
            : $"{parameters},max_time_in_seconds:{limit}";
        this.cancellation = cancellation;
    }

    public void Stop()
    {
        stopped = true;
        solver.StopSearch();
    }

    /// <param name="solution">Called for each solution with a reader of its variables.</param>
    /// <param name="bound">Called when the solver knows more of what can be reached; answers whether that is enough.</param>
    public CpSolverStatus Solve(CpModel model, Action<Func<BoolVar, bool>>? solution = null, Func<double, bool>? bound = null)
    {
        using var registration = cancellation.Register(Stop);
        if (stopped)
        {
            return CpSolverStatus.Unknown;
        }

        if (bound is not null)
        {
            solver.SetBestBoundCallback(value =>
            {
                if (bound(value))
                {
                    Stop();
                }
            });
        }

        using var callback = new Solutions(this, solution);
        return solver.Solve(model, callback);
    }

    public bool Value(BoolVar variable) => solver.BooleanValue(variable);

    /// <param name="assumed">What each assumption is about, by the index of its variable.</param>
    /// <returns>Those that cannot all hold, in order; all where the solver names none.</returns>
    public IReadOnlyList<int> Conflict(IReadOnlyDictionary<int, int> assumed)
    {
        var named = solver.SufficientAssumptionsForInfeasibility().Where(assumed.ContainsKey).Select(index => assumed[index]).ToList();
        return [.. (named.Count > 0 ? named : assumed.Values).Order()];
    }

    public void Dispose() => solver.Dispose();

    private sealed class Solutions(SolverRun run, Action<Func<BoolVar, bool>>? tell) : CpSolverSolutionCallback
    {
        public override void OnSolutionCallback()
        {
            tell?.Invoke(BooleanValue);
            if (run.stopped)
            {
                StopSearch();
            }
        }
    }
}
