using Matchmaking.Core.Expos;

namespace Matchmaking.UnitTests.Scheduling;

/// <summary>Tries every place for every meeting of a small problem and lets the checker judge.</summary>
internal static class BruteForce
{
    /// <summary>The best reachable value of each goal in their order, greater is better; null when no schedule keeps the rules.</summary>
    public static IReadOnlyList<double>? Best(ScheduleProblem problem, IReadOnlyList<PlacedMeeting>? previous = null) =>
        Schedules(problem, 0, [])
            .Where(placed => ScheduleChecker.Check(problem, Solution(problem, placed)).Count == 0)
            .Select(placed => Goals(problem, placed, previous))
            .OrderDescending(Comparer<IReadOnlyList<double>>.Create(Compare))
            .FirstOrDefault();

    public static IReadOnlyList<double> Goals(
        ScheduleProblem problem,
        IReadOnlyList<PlacedMeeting> placed,
        IReadOnlyList<PlacedMeeting>? previous = null
    )
    {
        var ids = placed.Select(item => item.Id).ToHashSet();
        var figures = ScheduleFigures.Of(problem, placed);
        return
        [
            problem.Meetings.Count(meeting => meeting.Must && ids.Contains(meeting.Id)),
            -problem.Participants.Zip(figures).Sum(pair => Math.Max(0, pair.First.Min - pair.Second.Meetings)),
            Math.Round(problem.Meetings.Where(meeting => ids.Contains(meeting.Id)).Sum(meeting => meeting.Weight), 3),
            -(previous ?? []).Count(before => !placed.Contains(before)),
            -figures.Sum(figure => figure.Breaks),
            -figures.Max(figure => figure.Breaks),
        ];
    }

    private static IEnumerable<IReadOnlyList<PlacedMeeting>> Schedules(
        ScheduleProblem problem,
        int index,
        IReadOnlyList<PlacedMeeting> placed
    )
    {
        if (index == problem.Meetings.Count)
        {
            return [placed];
        }

        var meeting = problem.Meetings[index];
        var interpreters = meeting.Interpreter is null
            ? [null]
            : problem.Interpreters.Select(interpreter => (string?)interpreter.Id).ToList();
        var choices =
            from slot in problem.Slots
            from table in problem.Tables
            from interpreter in interpreters
            select (IReadOnlyList<PlacedMeeting>)[.. placed, new PlacedMeeting(meeting.Id, slot.Id, table, interpreter)];
        return choices.Concat(problem.AllowUnscheduled ? [placed] : []).SelectMany(next => Schedules(problem, index + 1, next));
    }

    private static ScheduleSolution Solution(ScheduleProblem problem, IReadOnlyList<PlacedMeeting> placed)
    {
        var figures = ScheduleFigures.Of(problem, placed);
        var missing = problem.Meetings.Select(meeting => meeting.Id).Except(placed.Select(item => item.Id));
        return new ScheduleSolution(
            ScheduleStatus.Feasible,
            figures.Sum(figure => figure.Breaks),
            Bound: 0,
            Seconds: 0,
            placed,
            [.. missing.Select(id => new UnscheduledMeeting(id, "lower-weight"))],
            figures,
            Changed: 0
        );
    }

    private static int Compare(IReadOnlyList<double> first, IReadOnlyList<double> second) =>
        first.Zip(second, (one, other) => one.CompareTo(other)).FirstOrDefault(difference => difference != 0);
}
