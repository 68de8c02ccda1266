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
        Bound = [.. Enumerable.Range(0, loose.People).Where(person => loose.MeetingsOf[person].Length > 1).OrderByDescending(Freedom)];
    }

    /// <summary>Everybody who can have breaks; first those with most time to choose from, who are least likely to be needed.</summary>
    public IReadOnlyList<int> Bound { get; }

    /// <summary>Those who could not, after an answer that was <see cref="Verdict.Infeasible"/>.</summary>
    public IReadOnlyList<int> Needed { get; private set; } = [];

    /// <param name="incumbent">Is told of the timetable that shows it, and ends the search when it knows one by itself.</param>
    public Verdict Ask(
        IReadOnlyList<int> people,
        Manner manner,
        double seconds,
        int seed,
        CancellationToken cancellation,
        Incumbent? incumbent = null
    )
    {
        var limits = new BreakLimits(manner.Assumes ? loose.Positions : most, 0, 0, people.ToHashSet());
        var exact = new ExactModel(loose, new int[loose.Meetings], limits, manner.Sorts);
        var items = new Dictionary<int, int>();
        foreach (var person in exact.People.Where(person => manner.Assumes && people.Contains(person.Person)))
        {
            var keeps = exact.Model.NewBoolVar(string.Empty);
            items[keeps.Index] = person.Person;
            exact.Model.AddAssumption(keeps);
            exact.Model.Add(person.Breaks <= most).OnlyEnforceIf(keeps);
        }

        using var run = new SolverRun($"{manner.Parameters},random_seed:{seed}", seconds, deterministic, cancellation);
        using var watch = incumbent?.Watch(StopWhenKnown);
        StopWhenKnown();
        var status = run.Solve(exact.Model, value => incumbent?.Offer(exact.Read(value)));
        if (status == CpSolverStatus.Infeasible)
        {
            Needed = manner.Assumes ? [.. people.Intersect(run.Conflict(items))] : people;
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

    private int Freedom(int person)
    {
        var meetings = loose.MeetingsOf[person];
        return loose.Time.All.Count(position => Array.Exists(meetings, meeting => loose.Allows(meeting, position))) - meetings.Length;
    }

    /// <param name="Assumes">Whether the solver can tell who was needed, and so may not simplify the rule away.</param>
    internal sealed record Manner(string Parameters, bool Sorts, bool Assumes)
    {
        /// <summary>A small model, and smaller still after what the solver sees by trying single variables; settles most questions at once.</summary>
        public static readonly Manner Simplified = new(SolverRun.ByClauses, Sorts: false, Assumes: false);

        /// <summary>The same for whoever needs names.</summary>
        public static readonly Manner Named = new(BreakLadder.Parameters, Sorts: false, Assumes: true);

        /// <summary>For what is left, where the model is not too large for it.</summary>
        public static readonly Manner Sorted = new(BreakLadder.Parameters, Sorts: true, Assumes: true);
    }
}
