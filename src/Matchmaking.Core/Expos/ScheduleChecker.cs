namespace Matchmaking.Core.Expos;

/// <param name="Rule">As in <c>table-twice</c>.</param>
/// <param name="Subject">The meeting, or the participant, that breaks it.</param>
public sealed record ScheduleViolation(string Rule, string Subject);

/// <summary>Every hard rule once more, knowing nothing of how the schedule was found.</summary>
public sealed class ScheduleChecker
{
    private readonly ScheduleProblem problem;
    private readonly IReadOnlyList<PlacedMeeting> placed;
    private readonly Dictionary<string, ScheduleMeeting> meetings;
    private readonly Dictionary<string, ScheduleParticipant> participants;
    private readonly Dictionary<string, ScheduleInterpreter> interpreters;
    private readonly Dictionary<string, int> positions;
    private readonly List<ScheduleViolation> found = [];

    private ScheduleChecker(ScheduleProblem problem, ScheduleSolution solution)
    {
        this.problem = problem;
        placed = solution.Meetings;
        meetings = problem.Meetings.ToDictionary(meeting => meeting.Id);
        participants = problem.Participants.ToDictionary(participant => participant.Id);
        interpreters = problem.Interpreters.ToDictionary(interpreter => interpreter.Id);
        positions = problem.Slots.Select((slot, index) => (slot.Id, index)).ToDictionary(item => item.Id, item => item.index);
    }

    /// <summary>Nothing when the solution keeps every rule; a solution that says there is none has none to break.</summary>
    public static IReadOnlyList<ScheduleViolation> Check(ScheduleProblem problem, ScheduleSolution solution)
    {
        if (solution.Status is ScheduleStatus.Infeasible or ScheduleStatus.Unknown)
        {
            return [];
        }

        var checker = new ScheduleChecker(problem, solution);
        checker.CheckNames();
        if (checker.found.Count == 0)
        {
            checker.CheckEachMeeting();
            checker.CheckCollisions();
            checker.CheckParticipants();
            checker.CheckCompleteness(solution);
            checker.CheckFigures(solution);
        }

        return checker.found;
    }

    private void CheckNames()
    {
        var tables = problem.Tables.ToHashSet();
        foreach (var item in placed)
        {
            Require(meetings.ContainsKey(item.Id), "unknown-meeting", item.Id);
            Require(positions.ContainsKey(item.Slot), "unknown-slot", item.Id);
            Require(tables.Contains(item.Table), "unknown-table", item.Id);
            Require(item.Interpreter is null || interpreters.ContainsKey(item.Interpreter), "unknown-interpreter", item.Id);
        }
    }

    private void CheckEachMeeting()
    {
        var slotOf = placed.GroupBy(item => item.Id).ToDictionary(items => items.Key, items => positions[items.First().Slot]);
        foreach (var item in placed)
        {
            var meeting = meetings[item.Id];
            var own = new[] { meeting.A, meeting.B }.Select(id => participants[id].Table).OfType<string>().ToList();
            Require(meeting.Slot is null || meeting.Slot == item.Slot, "fixed-slot", item.Id);
            Require(
                meeting.Table is not null ? meeting.Table == item.Table : own.Count == 0 || own.Contains(item.Table),
                "fixed-table",
                item.Id
            );
            Require(meeting.Session is null || meeting.Session == problem.Slots[positions[item.Slot]].Session, "session", item.Id);
            Require(
                !Absent(participants[meeting.A].Unavailable, item) && !Absent(participants[meeting.B].Unavailable, item),
                "participant-unavailable",
                item.Id
            );
            Require(
                (meeting.After ?? []).All(earlier => !slotOf.TryGetValue(earlier, out var slot) || slot < positions[item.Slot]),
                "after",
                item.Id
            );
            CheckInterpreter(meeting, item);
        }
    }

    private void CheckInterpreter(ScheduleMeeting meeting, PlacedMeeting item)
    {
        if (item.Interpreter is { } id)
        {
            var interpreter = interpreters[id];
            Require(!Absent(interpreter.Unavailable, item), "interpreter-unavailable", item.Id);
            Require(meeting.Interpreter is null || Speaks(interpreter, meeting.Interpreter), "interpreter-language", item.Id);
        }
        else
        {
            Require(meeting.Interpreter is null, "interpreter-missing", item.Id);
        }
    }

    private void CheckCollisions()
    {
        Twice("meeting-twice", placed.Select(item => (item.Id, item.Id)));
        Twice(
            "participant-twice",
            placed.SelectMany(item => new[] { meetings[item.Id].A, meetings[item.Id].B }.Select(id => ($"{id} {item.Slot}", item.Id)))
        );
        var closed = (problem.ClosedTables ?? []).SelectMany(item => item.Slots.Select(slot => (item.Table, slot))).ToHashSet();
        foreach (var item in placed.Where(item => closed.Contains((item.Table, item.Slot))))
        {
            Require(false, "table-closed", item.Id);
        }

        Twice("table-twice", placed.Select(item => ($"{item.Table} {item.Slot}", item.Id)));
        Twice(
            "interpreter-twice",
            placed.Where(item => item.Interpreter is not null).Select(item => ($"{item.Interpreter} {item.Slot}", item.Id))
        );
    }

    private void CheckParticipants()
    {
        var figures = ScheduleFigures.Of(problem, placed);
        foreach (var figure in figures)
        {
            Require(participants[figure.Id].Max is not { } max || figure.Meetings <= max, "maximum", figure.Id);
        }

        if (problem.MaxBreakDifference is { } difference && figures.Count > 0)
        {
            var worst = figures.MaxBy(figure => figure.Breaks)!;
            Require(worst.Breaks - figures.Min(figure => figure.Breaks) <= difference, "break-difference", worst.Id);
        }
    }

    private void CheckCompleteness(ScheduleSolution solution)
    {
        var missing = meetings.Keys.Except(placed.Select(item => item.Id)).ToHashSet();
        foreach (var id in problem.AllowUnscheduled ? [] : missing)
        {
            Require(false, "not-placed", id);
        }

        missing.SymmetricExceptWith(solution.Unscheduled.Select(item => item.Id));
        foreach (var id in missing)
        {
            Require(false, "unscheduled-list", id);
        }
    }

    private void CheckFigures(ScheduleSolution solution)
    {
        var figures = ScheduleFigures.Of(problem, placed);
        foreach (var wrong in solution.Participants.Except(figures).Concat(figures.Except(solution.Participants)))
        {
            Require(false, "figures", wrong.Id);
        }

        Require(solution.Breaks == figures.Sum(figure => figure.Breaks), "figures", "breaks");
    }

    private static bool Absent(IReadOnlyList<string>? unavailable, PlacedMeeting item) => unavailable?.Contains(item.Slot) == true;

    private static bool Speaks(ScheduleInterpreter interpreter, string pair) =>
        interpreter.Languages.Split(',', StringSplitOptions.TrimEntries).Any(own => Sides(own).SetEquals(Sides(pair)));

    private static HashSet<string> Sides(string pair) => [.. pair.Split('-', StringSplitOptions.TrimEntries)];

    private void Twice(string rule, IEnumerable<(string Key, string Meeting)> items)
    {
        foreach (var group in items.GroupBy(item => item.Key, item => item.Meeting).Where(group => group.Skip(1).Any()))
        {
            Require(false, rule, group.Last());
        }
    }

    private void Require(bool holds, string rule, string subject)
    {
        if (!holds)
        {
            found.Add(new ScheduleViolation(rule, subject));
        }
    }
}
