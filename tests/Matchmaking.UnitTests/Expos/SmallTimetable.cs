using Matchmaking.Core.Expos;

namespace Matchmaking.UnitTests.Expos;

/// <summary>Timetables small enough for every place to be tried, judged by the checker.</summary>
internal static class SmallTimetable
{
    public static bool Keeps(ScheduleProblem problem, IReadOnlyList<PlacedMeeting> placed)
    {
        var figures = ScheduleFigures.Of(problem, placed);
        var standing = placed.Select(item => item.Id).ToHashSet();
        var solution = new ScheduleSolution(
            ScheduleStatus.Feasible,
            figures.Sum(firm => firm.Breaks),
            Bound: 0,
            Seconds: 0,
            placed,
            [
                .. problem
                    .Meetings.Where(meeting => !standing.Contains(meeting.Id))
                    .Select(meeting => new UnscheduledMeeting(meeting.Id, "no-table")),
            ],
            figures,
            Changed: 0
        );
        return ScheduleChecker.Check(problem, solution).Count == 0;
    }

    public static List<PlacedMeeting> FirstFit(ScheduleProblem problem)
    {
        var placed = new List<PlacedMeeting>();
        foreach (var meeting in problem.Meetings)
        {
            foreach (
                var put in from slot in problem.Slots
                from table in problem.Tables
                from interpreter in meeting.Interpreter is null ? new string?[] { null } : [.. problem.Interpreters.Select(item => item.Id)]
                select new PlacedMeeting(meeting.Id, slot.Id, table, interpreter)
            )
            {
                if (Keeps(problem, [.. placed, put]))
                {
                    placed.Add(put);
                    break;
                }
            }
        }

        return placed;
    }

    /// <summary>Four firms a side in five slots at three tables, some away, one with a table of its own, two with a maximum, one interpreter.</summary>
    public static ScheduleProblem Problem(Random random)
    {
        string[] slots = ["s1", "s2", "s3", "s4", "s5"];
        return new ScheduleProblem(
            [.. slots.Select(slot => new ScheduleSlot(slot))],
            ["t1", "t2", "t3"],
            [new ScheduleInterpreter("i", "zh-ko", ["s2"])],
            [
                .. Enumerable
                    .Range(0, 8)
                    .Select(index => new ScheduleParticipant(
                        $"f{index}",
                        [.. slots.Where(_ => random.Next(6) == 0)],
                        Max: index % 4 == 3 ? 2 : null,
                        Table: index == 5 ? "t3" : null
                    )),
            ],
            [
                .. from one in Enumerable.Range(0, 4)
                from other in Enumerable.Range(4, 4)
                where random.Next(4) > 0
                select new ScheduleMeeting($"{one}-{other}", $"f{one}", $"f{other}", Interpreter: random.Next(4) == 0 ? "zh-ko" : null),
            ],
            AllowUnscheduled: true,
            ClosedTables: [new ClosedTable("t2", [.. slots.Where(_ => random.Next(3) == 0)])]
        );
    }

    /// <summary>More wishes than places: four firms a side in three slots at two tables, with weights and some of every rule of an expo.</summary>
    public static ScheduleProblem Crowded(Random random)
    {
        string[] slots = ["s1", "s2", "s3"];
        return new ScheduleProblem(
            [.. slots.Select(slot => new ScheduleSlot(slot))],
            ["t1", "t2"],
            [new ScheduleInterpreter("i", "zh-ko", [.. slots.Where(_ => random.Next(4) == 0)])],
            [
                .. Enumerable
                    .Range(0, 8)
                    .Select(index => new ScheduleParticipant(
                        $"f{index}",
                        [.. slots.Where(_ => random.Next(4) == 0)],
                        Max: random.Next(4) == 0 ? 1 : null,
                        Table: index == 5 && random.Next(2) == 0 ? "t2" : null
                    )),
            ],
            [
                .. from one in Enumerable.Range(0, 4)
                from other in Enumerable.Range(4, 4)
                where random.Next(3) > 0
                select new ScheduleMeeting(
                    $"{one}-{other}",
                    $"f{one}",
                    $"f{other}",
                    Weight: random.Next(2, 5),
                    Must: random.Next(5) == 0,
                    Interpreter: random.Next(3) == 0 ? "zh-ko" : null
                ),
            ],
            AllowUnscheduled: true,
            ClosedTables: random.Next(2) == 0 ? [new ClosedTable("t1", ["s2"])] : null
        );
    }
}
