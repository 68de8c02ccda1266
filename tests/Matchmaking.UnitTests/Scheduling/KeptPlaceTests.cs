using Matchmaking.Core.Expos;
using Xunit;

namespace Matchmaking.UnitTests.Scheduling;

public sealed class KeptPlaceTests
{
    private static readonly IExpoScheduler Scheduler = TestScheduler.Instance;

    /// <summary>An interpreter of Korean and English drops out; another one speaks Chinese as well and has a meeting that people know.</summary>
    private static readonly IReadOnlyList<PlacedMeeting> Previous =
    [
        new("chinese", "s1", "t1", "both"),
        new("english", "s1", "t2", "dropped out"),
    ];

    [Fact]
    public void Nobody_is_taken_from_a_meeting_when_the_other_can_stand_elsewhere()
    {
        var problem = Problem("s1", "s2");

        var solution = Solve(problem);

        Assert.Empty(ScheduleChecker.Check(problem, solution));
        Assert.Equal((ScheduleStatus.Optimal, 1), (solution.Status, solution.Changed));
        Assert.Equal([Previous[0], new("english", "s2", "t1", "both")], solution.Meetings);
    }

    [Fact]
    public void Interpreters_are_handed_over_where_nothing_else_is_possible()
    {
        var problem = Problem("s1");

        var solution = Solve(problem);

        Assert.Empty(ScheduleChecker.Check(problem, solution));
        Assert.Equal((2, 2), (solution.Meetings.Count, solution.Changed));
        Assert.Equal("chinese alone", solution.Meetings.Single(meeting => meeting.Id == "chinese").Interpreter);
    }

    /// <summary>Any of three who speak both can be handed over, two of whom people know in a meeting.</summary>
    [Fact]
    public void Who_is_free_comes_before_who_would_have_to_be_replaced()
    {
        var problem = new ScheduleProblem(
            [new("s1")],
            ["t1", "t2", "t3"],
            [new("first", "zh-ko,en-ko"), new("second", "zh-ko,en-ko"), new("third", "zh-ko"), new("fourth", "zh-ko,en-ko")],
            [new("p1"), new("p2"), new("p3"), new("p4"), new("p5"), new("p6")],
            [
                new("new", "p5", "p6", Interpreter: "en-ko"),
                new("one", "p1", "p2", Interpreter: "zh-ko"),
                new("two", "p3", "p4", Interpreter: "zh-ko"),
            ]
        );
        IReadOnlyList<PlacedMeeting> previous = [new("one", "s1", "t1", "first"), new("two", "s1", "t2", "second")];

        var solution = Scheduler.Solve(problem, new ScheduleOptions(2, Deterministic: true, Previous: previous), CancellationToken.None);

        Assert.Equal((3, 0), (solution.Meetings.Count, solution.Changed));
        Assert.Equal("fourth", solution.Meetings.Single(meeting => meeting.Id == "new").Interpreter);
    }

    /// <summary>A firm sits at its own table; while it has no meeting, others may sit there.</summary>
    [Fact]
    public void Nobody_is_sent_from_a_table_when_its_owner_can_meet_at_another_time()
    {
        var problem = new ScheduleProblem(
            [new("s1"), new("s2"), new("s3"), new("s4")],
            ["own", "other"],
            [],
            [new("owner", ["s1", "s4"], Table: "own"), new("p2"), new("p3"), new("p4"), new("p5")],
            [new("before", "p2", "p5"), new("guests", "p3", "p4"), new("at home", "owner", "p2")]
        );
        IReadOnlyList<PlacedMeeting> previous =
        [
            new("before", "s1", "other", null),
            new("guests", "s2", "own", null),
            new("at home", "s4", "own", null),
        ];

        var solution = Scheduler.Solve(problem, new ScheduleOptions(2, Deterministic: true, Previous: previous), CancellationToken.None);

        // At s2 there would be no break.
        Assert.Equal((ScheduleStatus.Optimal, 1, 1), (solution.Status, solution.Changed, solution.Breaks));
        Assert.Equal([.. previous.Take(2), new("at home", "s3", "own", null)], solution.Meetings);
    }

    private static ScheduleProblem Problem(params string[] slots) =>
        new(
            [.. slots.Select(slot => new ScheduleSlot(slot))],
            ["t1", "t2"],
            [new("both", "zh-ko,en-ko"), new("chinese alone", "zh-ko")],
            [new("p1"), new("p2"), new("p3"), new("p4")],
            [new("chinese", "p1", "p2", Interpreter: "zh-ko"), new("english", "p3", "p4", Interpreter: "en-ko")]
        );

    private static ScheduleSolution Solve(ScheduleProblem problem) =>
        Scheduler.Solve(problem, new ScheduleOptions(2, Deterministic: true, Previous: Previous), CancellationToken.None);
}
