using Google.OrTools.Sat;
using Matchmaking.Core.Expos;
using Matchmaking.Scheduling.Exact;
using Matchmaking.Scheduling.Model;

namespace Matchmaking.Scheduling.Conflicts;

/// <summary>Whether some meetings can all be placed, as if there were no others: what has no place so has none beside the rest.</summary>
internal sealed class PlacingQuestion(CompiledProblem problem, bool deterministic, CancellationToken cancellation)
{
    private static readonly HashSet<int> Nobody = [];

    /// <returns>And if they cannot, which of them are enough for that.</returns>
    public (Verdict Verdict, IReadOnlyList<int> Core) Ask(IReadOnlyList<int> meetings, double seconds)
    {
        var loose = ProblemCompiler.Compile(Excerpt(meetings), previous: null);
        var exact = new ExactModel(loose, new int[loose.Meetings], new BreakLimits(loose.Positions, 0, 0, Nobody));
        var items = new Dictionary<int, int>();
        for (var index = 0; index < meetings.Count; index++)
        {
            var stands = exact.Model.NewBoolVar(string.Empty);
            items[stands.Index] = meetings[index];
            exact.Model.AddAssumption(stands);
            exact.Model.AddBoolOr([stands.Not(), .. exact.Places(index).Select(place => place.Stands)]);
        }

        using var run = new SolverRun(SolverRun.ByClauses, seconds, deterministic, cancellation);
        return run.Solve(exact.Model) switch
        {
            CpSolverStatus.Infeasible => (Verdict.Infeasible, run.Conflict(items)),
            CpSolverStatus.Optimal or CpSolverStatus.Feasible => (Verdict.Optimal, []),
            _ => (Verdict.Open, []),
        };
    }

    private ScheduleProblem Excerpt(IReadOnlyList<int> meetings)
    {
        var kept = meetings.Select(meeting => problem.Source.Meetings[meeting]).ToList();
        var ids = kept.Select(meeting => meeting.Id).ToHashSet();
        var sides = kept.SelectMany(meeting => new[] { meeting.A, meeting.B }).ToHashSet();
        return problem.Source with
        {
            Participants = [.. problem.Source.Participants.Where(participant => sides.Contains(participant.Id))],
            Meetings = [.. kept.Select(meeting => meeting with { After = [.. (meeting.After ?? []).Where(ids.Contains)] })],
            MaxBreakDifference = null,
            AllowUnscheduled = true,
        };
    }
}
