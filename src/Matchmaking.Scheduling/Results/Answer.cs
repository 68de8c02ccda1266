using Matchmaking.Core.Expos;
using Matchmaking.Scheduling.LocalSearch;
using Matchmaking.Scheduling.Model;

namespace Matchmaking.Scheduling.Results;

/// <summary>Writes what was found in the words of the problem.</summary>
internal static class Answer
{
    public static ScheduleSolution Of(CompiledProblem problem, int[] position, IReadOnlyList<PlacedMeeting>? previous)
    {
        var table = new Timetable(problem);
        table.Take(position);
        var placed = new PlaceAssignment(problem, position, previous).Assign();
        var figures = ScheduleFigures.Of(problem.Source, placed);
        var reasons = new UnscheduledReasons(problem, table);
        var now = placed.ToHashSet();
        return new ScheduleSolution(
            ScheduleStatus.Feasible,
            figures.Sum(figure => figure.Breaks),
            Bound: 0,
            Seconds: 0,
            placed,
            [
                .. Enumerable
                    .Range(0, position.Length)
                    .Where(meeting => position[meeting] == 0)
                    .Select(meeting => new UnscheduledMeeting(problem.Source.Meetings[meeting].Id, reasons.Of(meeting))),
            ],
            figures,
            (previous ?? []).Count(before => !now.Contains(before))
        );
    }

    /// <param name="conflict">Given when it is known that there is none, otherwise nothing was found in the time.</param>
    public static ScheduleSolution None(ScheduleProblem problem, IReadOnlyList<ScheduleRule>? conflict) =>
        new(
            conflict is null ? ScheduleStatus.Unknown : ScheduleStatus.Infeasible,
            Breaks: 0,
            Bound: 0,
            Seconds: 0,
            Meetings: [],
            [.. problem.Meetings.Select(meeting => new UnscheduledMeeting(meeting.Id, "no-schedule"))],
            ScheduleFigures.Of(problem, []),
            Changed: 0,
            conflict
        );
}
