using Google.OrTools.Sat;
using Matchmaking.Scheduling.Engine;
using Matchmaking.Scheduling.Model;

namespace Matchmaking.Scheduling.Exact;

/// <summary>
/// Whether some participants can all keep within the difference of breaks that is allowed when all meetings are placed and somebody has none, and if
/// not, which of them are enough for that.
/// </summary>
internal sealed class BreakRule
{
    private readonly CompiledProblem loose;
    private readonly int most;
    private readonly bool deterministic;

    public BreakRule(CompiledProblem problem, bool deterministic)
    {
        (most, this.deterministic) = (problem.Difference ?? 0, deterministic);
        loose = ProblemCompiler.Compile(problem.Source with { MaxBreakDifference = null }, previous: null);
        Bound = [.. Enumerable.Range(0, loose.People).Where(person => loose.MeetingsOf[person].Length > 1)];
    }

    /// <summary>Everybody who can have breaks.</summary>
    public IReadOnlyList<int> Bound { get; }

    /// <summary>Those who could not, after an answer that was <see cref="Verdict.Infeasible"/>.</summary>
    public IReadOnlyList<int> Needed { get; private set; } = [];

    /// <param name="incumbent">Is told of the timetable that shows it, and ends the search when it knows one by itself.</param>
    public Verdict Ask(IReadOnlyList<int> people, double seconds, int seed, CancellationToken cancellation, Incumbent? incumbent = null)
    {
        var sorts = BreakLadder.CanProve(loose);
        var exact = new ExactModel(loose, new int[loose.Meetings], new BreakLimits(loose.Positions, 0, 0), sorts);
        var items = new Dictionary<int, int>();
        foreach (var person in exact.People.Where(person => people.Contains(person.Person)))
        {
            var keeps = exact.Model.NewBoolVar(string.Empty);
            items[keeps.Index] = person.Person;
            exact.Model.AddAssumption(keeps);
            exact.Model.Add(person.Breaks <= most).OnlyEnforceIf(keeps);
        }

        var parameters = $"{(sorts ? BreakLadder.Parameters : SolverRun.ByClauses)},random_seed:{seed}";
        using var run = new SolverRun(parameters, seconds, deterministic, cancellation);
        using var watch = incumbent?.Watch(StopWhenKnown);
        StopWhenKnown();
        var status = run.Solve(exact.Model, value => incumbent?.Offer(exact.Read(value)));
        if (status == CpSolverStatus.Infeasible)
        {
            Needed = run.Conflict(items);
            return Verdict.Infeasible;
        }

        return status is CpSolverStatus.Optimal or CpSolverStatus.Feasible || incumbent?.Best.IsValid == true
            ? Verdict.Optimal
            : Verdict.Open;

        void StopWhenKnown()
        {
            if (incumbent?.Best.IsValid == true)
            {
                run.Stop();
            }
        }
    }
}
