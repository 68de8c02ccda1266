using System.Diagnostics;
using Google.OrTools.Sat;
using Matchmaking.Core.Expos;

namespace Matchmaking.Scheduling;

/// <summary>Looks for a small part of a problem that has no solution by itself.</summary>
internal static class ScheduleConflict
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static IReadOnlyList<ScheduleRule> Of(ScheduleProblem problem)
    {
        var homeless = problem.Meetings.FirstOrDefault(meeting => !LegalSlots.Of(problem, meeting).Any());
        if (homeless is not null)
        {
            return [new ScheduleRule("meeting", homeless.Id)];
        }

        var full = problem.Participants.FirstOrDefault(participant =>
            problem.Meetings.Count(meeting => meeting.A == participant.Id || meeting.B == participant.Id)
            > Math.Min(participant.Max ?? int.MaxValue, problem.Slots.Count - (participant.Unavailable?.Distinct().Count() ?? 0))
        );
        return full is not null ? [new ScheduleRule("participant", full.Id)] : Meetings(problem);
    }

    /// <summary>Leaves away ever smaller parts of the meetings as long as the rest still has no solution.</summary>
    private static IReadOnlyList<ScheduleRule> Meetings(ScheduleProblem problem)
    {
        var kept = problem.Meetings.ToList();
        var watch = Stopwatch.StartNew();
        for (var size = kept.Count / 2; size > 0; size /= 2)
        {
            for (var start = 0; start < kept.Count && watch.Elapsed < Patience; )
            {
                var rest = kept.Take(start).Concat(kept.Skip(start + size)).ToList();
                if (rest.Count < kept.Count && IsInfeasible(problem with { Meetings = rest }))
                {
                    kept = rest;
                }
                else
                {
                    start += size;
                }
            }
        }

        return [.. kept.Select(meeting => new ScheduleRule("meeting", meeting.Id))];
    }

    private static bool IsInfeasible(ScheduleProblem problem)
    {
        var solver = new CpSolver { StringParameters = "num_workers:1,max_deterministic_time:1" };
        return solver.Solve(new ScheduleModel(problem).Model) == CpSolverStatus.Infeasible;
    }
}
