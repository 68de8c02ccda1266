using Matchmaking.Core.Expos;
using Matchmaking.Core.Expos.Timetables;

namespace Matchmaking.IntegrationTests.Expos.Timetables;

/// <summary>An engine that does what the test says.</summary>
internal sealed class ScriptedScheduler : IExpoScheduler
{
    public Func<ScheduleProblem, ScheduleOptions, CancellationToken, ScheduleSolution> Solve { get; set; } =
        (problem, _, _) => Greedy(problem);

    ScheduleSolution IExpoScheduler.Solve(ScheduleProblem problem, ScheduleOptions options, CancellationToken cancellationToken) =>
        Solve(problem, options, cancellationToken);

    /// <summary>First fit.</summary>
    public static ScheduleSolution Greedy(ScheduleProblem problem)
    {
        var placed = new List<PlacedMeeting>();
        foreach (var meeting in problem.Meetings)
        {
            var rules = new PlacementRules(problem, placed, new HashSet<string>(), new HashSet<string>());
            placed.AddRange(
                problem
                    .Slots.SelectMany(slot => problem.Tables.Select(table => rules.Of(meeting.Id, slot.Id, table)))
                    .FirstOrDefault(verdict => verdict.State == CellState.Free)
                    ?.Puts
                    ?? []
            );
        }

        var figures = ScheduleFigures.Of(problem, placed);
        var standing = placed.Select(item => item.Id).ToHashSet();
        return new ScheduleSolution(
            ScheduleStatus.Feasible,
            figures.Sum(firm => firm.Breaks),
            Bound: 0,
            Seconds: 1,
            placed,
            [
                .. problem
                    .Meetings.Where(meeting => !standing.Contains(meeting.Id))
                    .Select(meeting => new UnscheduledMeeting(meeting.Id, "no-table")),
            ],
            figures,
            Changed: 0
        );
    }
}
