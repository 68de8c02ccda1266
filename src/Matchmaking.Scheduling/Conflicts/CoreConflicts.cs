using System.Diagnostics;
using Google.OrTools.Sat;
using Matchmaking.Core.Expos;
using Matchmaking.Scheduling.Engine;
using Matchmaking.Scheduling.Exact;
using Matchmaking.Scheduling.Model;

namespace Matchmaking.Scheduling.Conflicts;

/// <summary>
/// Why a problem that is known to have no solution has none: assumptions that the solver needed for its proof, thinned out by leaving away one
/// after the other as long as the time allows.
/// </summary>
internal sealed class CoreConflicts
{
    private const string Parameters = "num_workers:1,linearization_level:0";

    /// <summary>Of the time for thinning out, what one attempt may take at most.</summary>
    private const double PartForEach = 3;

    private readonly CompiledProblem problem;
    private readonly Incumbent incumbent;
    private readonly double seconds;
    private readonly bool deterministic;
    private readonly CancellationToken cancellation;
    private long started = Stopwatch.GetTimestamp();
    private double each;
    private bool isPossible;

    public CoreConflicts(CompiledProblem problem, Incumbent incumbent, double seconds, bool deterministic, CancellationToken cancellation)
    {
        (this.problem, this.incumbent, this.seconds) = (problem, incumbent, seconds);
        (this.deterministic, this.cancellation) = (deterministic, cancellation);
        each = seconds;
    }

    private double Left => deterministic ? seconds : seconds - Stopwatch.GetElapsedTime(started).TotalSeconds;

    public IReadOnlyList<ScheduleRule> Find()
    {
        var meetings = Enumerable.Range(0, problem.Meetings).ToList();
        isPossible = incumbent.Best.Homeless == 0;
        if (!isPossible && Proof(meetings, people: []) is { } core)
        {
            return [.. Thin(core, kept => Proof(kept, people: [])).Select(meeting => QuickConflicts.Meeting(problem, meeting))];
        }

        if (!isPossible)
        {
            return [.. meetings.Select(meeting => QuickConflicts.Meeting(problem, meeting))];
        }

        started = Stopwatch.GetTimestamp();
        var everybody = Enumerable.Range(0, problem.People).Where(person => problem.MeetingsOf[person].Length > 1).ToList();
        var needed = problem.Difference is null ? [] : Proof(meetings, everybody) ?? everybody;
        return needed.Count == 0
            ? [.. meetings.Select(meeting => QuickConflicts.Meeting(problem, meeting))]
            : [.. Thin(needed, kept => Proof(meetings, kept)).Select(person => QuickConflicts.Participant(problem, person))];
    }

    private List<int> Thin(List<int> core, Func<List<int>, List<int>?> proof)
    {
        (started, each) = (Stopwatch.GetTimestamp(), seconds / PartForEach);
        var kept = core;
        for (var size = Math.Max(1, kept.Count / 4); ; size = Math.Max(1, size / 2))
        {
            for (var start = 0; start < kept.Count && Left > 0 && !cancellation.IsCancellationRequested; )
            {
                var rest = kept.Take(start).Concat(kept.Skip(start + size)).ToList();
                if (rest.Count > 0 && proof(rest) is { } smaller)
                {
                    kept = smaller;
                }
                else
                {
                    start += size;
                }
            }

            if (size == 1)
            {
                return kept;
            }
        }
    }

    /// <summary>
    /// Whether these meetings cannot all be placed, or all meetings cannot be while these people keep the rule on breaks: then which of them
    /// are enough for that. Null when they can, or when the time does not allow to say.
    /// </summary>
    private List<int>? Proof(List<int> meetings, List<int> people)
    {
        if (Left <= 0)
        {
            return null;
        }

        var asksPeople = people.Count > 0;
        var loose = ProblemCompiler.Compile(
            problem.Source with
            {
                AllowUnscheduled = !asksPeople,
                MaxBreakDifference = null,
            },
            previous: null
        );
        var sorts = asksPeople && BreakLadder.CanProve(loose);
        var exact = new ExactModel(loose, new int[loose.Meetings], new BreakLimits(loose.Positions, 0, 0), sorts);
        var asked = asksPeople ? people : meetings;
        var items = new Dictionary<int, int>();
        foreach (var item in asked)
        {
            var literal = exact.Model.NewBoolVar(string.Empty);
            items[literal.Index] = item;
            exact.Model.AddAssumption(literal);
            if (asksPeople)
            {
                var breaks = exact.People.First(model => model.Person == item).Breaks;
                exact.Model.Add(breaks <= problem.Difference!.Value).OnlyEnforceIf(literal);
            }
            else
            {
                exact.Model.AddBoolOr([literal.Not(), .. exact.Places(item).Select(place => place.Stands)]);
            }
        }

        var parameters = sorts ? BreakLadder.Parameters : Parameters;
        using var run = new SolverRun(parameters, Math.Min(Left, each), deterministic, cancellation);
        var status = run.Solve(exact.Model);
        isPossible = status is CpSolverStatus.Optimal or CpSolverStatus.Feasible;
        if (status != CpSolverStatus.Infeasible)
        {
            return null;
        }

        var core = run.Conflict().Where(items.ContainsKey).Select(index => items[index]).Order().ToList();
        return core.Count > 0 ? core : asked;
    }
}
