using Matchmaking.Core.Expos;
using Xunit;

namespace Matchmaking.UnitTests.Expos;

public sealed class ScheduleCheckerTests
{
    private static readonly ScheduleProblem Problem = new(
        [new("s1", "am", "1"), new("s2", "am", "1"), new("s3", "pm", "1"), new("s4", "pm", "2")],
        ["t1", "t2"],
        [new("i1", "zh-ko", ["s4"]), new("i2", "zh-en")],
        [new("p1", ["s4"], Max: 2), new("p2"), new("p3"), new("p4", Table: "t2")],
        [
            new("m1", "p1", "p2", Session: "am", Interpreter: "ko-zh"),
            new("m2", "p3", "p4", Slot: "s1"),
            new("m3", "p1", "p3", Table: "t1", After: ["m1"]),
        ]
    );

    private static readonly PlacedMeeting[] Right = [new("m1", "s1", "t1", "i1"), new("m2", "s1", "t2"), new("m3", "s3", "t1")];

    [Fact]
    public void Schedule_that_keeps_every_rule_is_not_blamed() => Assert.Empty(ScheduleChecker.Check(Problem, Solution(Problem, Right)));

    [Theory]
    [InlineData("unknown-meeting", "m9 s1 t1")]
    [InlineData("unknown-slot", "m1 s9 t1 i1")]
    [InlineData("unknown-table", "m1 s1 t9 i1")]
    [InlineData("unknown-interpreter", "m1 s1 t1 i9")]
    [InlineData("fixed-slot", "m2 s2 t2")]
    [InlineData("fixed-table", "m2 s1 t1")]
    [InlineData("fixed-table", "m3 s3 t2")]
    [InlineData("session", "m1 s3 t2 i1")]
    [InlineData("participant-unavailable", "m3 s4 t1")]
    [InlineData("after", "m3 s1 t1")]
    [InlineData("interpreter-missing", "m1 s1 t1")]
    [InlineData("interpreter-language", "m1 s1 t1 i2")]
    [InlineData("table-twice", "m1 s1 t2 i1")]
    [InlineData("participant-twice", "m3 s1 t1")]
    public void Broken_rule_is_named(string rule, string change)
    {
        var parts = change.Split(' ');
        var changed = new PlacedMeeting(parts[0], parts[1], parts[2], parts.ElementAtOrDefault(3));
        var placed = Right.Where(item => item.Id != changed.Id).Append(changed).ToArray();

        Assert.Contains(rule, Rules(Problem, placed));
    }

    [Fact]
    public void Interpreter_is_nowhere_twice_and_nowhere_while_absent()
    {
        PlacedMeeting[] placed = [Right[0], Right[1] with { Interpreter = "i1" }, Right[2] with { Slot = "s4", Interpreter = "i1" }];

        Assert.Contains("interpreter-twice", Rules(Problem, placed));
        Assert.Contains("interpreter-unavailable", Rules(Problem, placed));
    }

    [Fact]
    public void Nobody_meets_at_a_closed_table()
    {
        Assert.Contains("table-closed", Rules(Problem with { ClosedTables = [new("t2", ["s1"])] }, Right));
        Assert.Empty(Rules(Problem with { ClosedTables = [new("t2", ["s2"])] }, Right));
    }

    [Fact]
    public void Meeting_stands_once() => Assert.Contains("meeting-twice", Rules(Problem, [.. Right, Right[2] with { Slot = "s2" }]));

    [Fact]
    public void Maximum_and_difference_of_breaks_are_hard()
    {
        var few = Problem with { Participants = [.. Problem.Participants.Select(item => item with { Max = 1 })] };
        Assert.Contains("maximum", Rules(few, Right));

        // Only p1 and p3 have a break: between the first slot and the third.
        Assert.Contains("break-difference", Rules(Problem with { MaxBreakDifference = 0 }, Right));
        Assert.Empty(Rules(Problem with { MaxBreakDifference = 1 }, Right));
    }

    [Fact]
    public void Meeting_may_be_left_out_only_where_that_is_allowed_and_said()
    {
        Assert.Equal(["not-placed"], Rules(Problem, Right[..2]));
        var loose = Problem with { AllowUnscheduled = true };
        Assert.Empty(Rules(loose, Right[..2]));

        var silent = Solution(loose, Right[..2]) with { Unscheduled = [] };
        Assert.Equal(["unscheduled-list"], ScheduleChecker.Check(loose, silent).Select(violation => violation.Rule));
    }

    [Fact]
    public void Figures_that_do_not_agree_with_the_meetings_are_named()
    {
        var solution = Solution(Problem, Right);

        Assert.NotEmpty(ScheduleChecker.Check(Problem, solution with { Breaks = solution.Breaks + 1 }));
        Assert.NotEmpty(ScheduleChecker.Check(Problem, solution with { Participants = solution.Participants.Skip(1).ToList() }));
    }

    [Fact]
    public void Break_is_a_run_of_idle_slots_within_a_day_whatever_its_length()
    {
        var problem = new ScheduleProblem(
            [new("a", Day: "1"), new("b", Day: "1"), new("c", Day: "1"), new("d", Day: "1"), new("e", Day: "2"), new("f", Day: "2")],
            ["t"],
            [],
            [new("p"), new("q")],
            [new("m1", "p", "q"), new("m2", "p", "q"), new("m3", "p", "q")]
        );

        Assert.Equal(1, Breaks("a", "d", "f"));
        Assert.Equal(0, Breaks("a", "b", "f"));
        Assert.Equal(0, Breaks("c", "e", "f"));
        Assert.Equal(1, Breaks("b", "d", "e"));

        int Breaks(string first, string second, string third) =>
            ScheduleFigures.Of(problem, [new("m1", first, "t"), new("m2", second, "t"), new("m3", third, "t")])[0].Breaks;
    }

    private static IEnumerable<string> Rules(ScheduleProblem problem, IReadOnlyList<PlacedMeeting> placed) =>
        ScheduleChecker.Check(problem, Solution(problem, placed)).Select(violation => violation.Rule);

    private static ScheduleSolution Solution(ScheduleProblem problem, IReadOnlyList<PlacedMeeting> placed)
    {
        var known = placed.All(item =>
            problem.Meetings.Any(meeting => meeting.Id == item.Id) && problem.Slots.Any(slot => slot.Id == item.Slot)
        );
        var figures = known ? ScheduleFigures.Of(problem, placed) : [];
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
}
