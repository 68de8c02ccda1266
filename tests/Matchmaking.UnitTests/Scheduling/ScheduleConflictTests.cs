using Matchmaking.Core.Expos;
using Xunit;

namespace Matchmaking.UnitTests.Scheduling;

public sealed class ScheduleConflictTests
{
    private static readonly IExpoScheduler Scheduler = TestScheduler.Instance;

    [Fact]
    public void Conflict_is_narrowed_down()
    {
        var problem = new ScheduleProblem(
            [new("s1"), new("s2")],
            ["t1", "t2"],
            [new("i1", "zh-ko")],
            [new("p1"), new("p2"), new("p3"), new("p4"), new("p5"), new("p6")],
            [
                new("m1", "p1", "p2", Slot: "s1", Interpreter: "zh-ko"),
                new("m2", "p3", "p4", Slot: "s1", Interpreter: "ko-zh"),
                new("m3", "p5", "p6"),
            ]
        );

        var solution = Solve(problem);

        Assert.Equal(ScheduleStatus.Infeasible, solution.Status);
        Assert.Equal([new("slot", "s1"), new("meeting", "m1"), new("meeting", "m2")], solution.Conflict!);
    }

    [Fact]
    public void Breaks_that_cannot_be_equal_are_named_by_those_who_have_them()
    {
        var problem = new ScheduleProblem(
            [new("s1"), new("s2"), new("s3")],
            ["t1"],
            [],
            [new("p1"), new("p2"), new("p3"), new("without a meeting")],
            [new("m1", "p1", "p2"), new("m2", "p1", "p3"), new("m3", "p2", "p3")],
            MaxBreakDifference: 0
        );

        Assert.Equal(["p1", "p2", "p3"], Solve(problem).Conflict!.Select(rule => rule.Id).Order());
    }

    [Fact]
    public void Break_that_somebody_cannot_avoid_is_named_with_whoever_can_have_none()
    {
        // Each slot is open to one of its meetings, but no three slots in a row to all of them.
        var problem = new ScheduleProblem(
            [new("s1"), new("s2"), new("s3"), new("s4")],
            ["t1"],
            [],
            [new("early and late"), new("p2"), new("p3"), new("once")],
            [
                new("m1", "early and late", "p2", Slot: "s1"),
                new("m2", "early and late", "p3", Slot: "s4"),
                new("m3", "early and late", "once"),
            ],
            MaxBreakDifference: 0
        );

        Assert.Equal(["early and late", "p2"], Solve(problem).Conflict!.Select(rule => rule.Id));
    }

    [Theory]
    [InlineData("m1", "m2", "m3")]
    [InlineData("m3", "m2", "m1")]
    public void Circle_of_meetings_that_wait_for_each_other_is_the_conflict(string first, string second, string third)
    {
        var problem = new ScheduleProblem(
            [new("s1"), new("s2"), new("s3"), new("s4"), new("s5")],
            ["t1"],
            [],
            [new("p1"), new("p2")],
            [
                new(first, "p1", "p2", After: [third]),
                new(second, "p1", "p2", After: [first]),
                new(third, "p1", "p2", After: [second]),
                new("m4", "p1", "p2", After: ["m1"]),
            ]
        );

        Assert.Equal(["m1", "m2", "m3"], Solve(problem).Conflict!.Select(rule => rule.Id).Order());
    }

    [Fact]
    public void Chain_that_is_too_long_is_cut_to_what_is_too_long_for_the_slots()
    {
        var problem = new ScheduleProblem(
            [new("s1"), new("s2"), new("s3")],
            ["t1", "t2"],
            [],
            [.. Enumerable.Range(0, 1_000).Select(number => new ScheduleParticipant($"p{number}"))],
            [
                .. Enumerable
                    .Range(0, 500)
                    .Select(number => new ScheduleMeeting(
                        $"m{number}",
                        $"p{2 * number}",
                        $"p{(2 * number) + 1}",
                        After: number > 0 ? [$"m{number - 1}"] : null
                    )),
            ]
        );

        Assert.Equal(4, Solve(problem).Conflict!.Count);
    }

    /// <summary>Counting does not see it, and a model of all meetings is too large to be searched.</summary>
    [Fact]
    public void Few_meetings_that_are_in_each_others_way_are_named_among_thousands()
    {
        string[] absent = [.. Enumerable.Range(2, 18).Select(number => $"s{number}")];
        var problem = new ScheduleProblem(
            [.. Enumerable.Range(0, 20).Select(number => new ScheduleSlot($"s{number}"))],
            [.. Enumerable.Range(0, 600).Select(number => $"t{number}")],
            [],
            [
                .. Enumerable.Range(0, 1_000).Select(number => new ScheduleParticipant($"p{number}")),
                new("a", absent),
                new("b", absent),
                new("c", absent),
            ],
            [
                .. Enumerable
                    .Range(0, 6_000)
                    .Select(number => new ScheduleMeeting($"m{number}", $"p{number % 500}", $"p{500 + ((number + (number / 500)) % 500)}")),
                new("ab", "a", "b"),
                new("bc", "b", "c"),
                new("ca", "c", "a"),
            ]
        );

        Assert.Equal(["ab", "bc", "ca"], Solve(problem, seconds: 2).Conflict!.Select(rule => rule.Id));
    }

    private static ScheduleSolution Solve(ScheduleProblem problem, double seconds = 20) =>
        Scheduler.Solve(problem, new ScheduleOptions(seconds, Deterministic: true), CancellationToken.None);
}
