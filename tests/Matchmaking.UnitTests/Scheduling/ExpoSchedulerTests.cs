using Matchmaking.Core.Expos;
using Xunit;

namespace Matchmaking.UnitTests.Scheduling;

public sealed class ExpoSchedulerTests
{
    private static readonly IExpoScheduler Scheduler = TestScheduler.Instance;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 16)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Small_problem_is_solved_as_well_as_it_can_be(int seed)
    {
        var problem = SmallFair.Of(new Random(seed));
        var best = BruteForce.Best(problem);

        var solution = Solve(problem);

        Assert.Empty(ScheduleChecker.Check(problem, solution));
        if (best is null)
        {
            Assert.Equal(ScheduleStatus.Infeasible, solution.Status);
            Assert.NotEmpty(solution.Conflict!);
        }
        else
        {
            Assert.Equal(ScheduleStatus.Optimal, solution.Status);
            Assert.Equal(best, BruteForce.Goals(problem, solution.Meetings));
            Assert.Equal(solution.Breaks, solution.Bound);
        }
    }

    [Fact]
    public void Random_problems_have_both_answers() =>
        Assert.Equal([false, true], Seeds.Select(row => BruteForce.Best(SmallFair.Of(new Random(row.Data))) is null).Distinct().Order());

    [Fact]
    public void Left_out_meeting_is_told_why()
    {
        var problem = new ScheduleProblem(
            [new("s1"), new("s2")],
            ["t1", "t2"],
            [new("i1", "zh-ko")],
            [new("p1", ["s1"]), new("p2", ["s2"]), new("p3", Max: 1), new("p4"), new("p5"), new("p6")],
            [
                new("never", "p1", "p2"),
                new("first", "p3", "p4", Weight: 5, Slot: "s1"),
                new("full", "p3", "p5", Weight: 1),
                new("second", "p4", "p5", Weight: 5, Slot: "s2"),
                new("busy", "p4", "p6", Weight: 1),
                new("spoken", "p1", "p6", Weight: 5, Slot: "s2", Interpreter: "zh-ko"),
                new("table", "p2", "p5", Weight: 0.5, Slot: "s1", Table: "t1", Interpreter: "ko-zh"),
            ],
            AllowUnscheduled: true
        );

        var reasons = Solve(problem).Unscheduled.ToDictionary(item => item.Id, item => item.Reason);

        Assert.Equal("no-common-slot", reasons["never"]);
        Assert.Equal("participant-at-maximum", reasons["full"]);
        Assert.Equal("participants-busy", reasons["busy"]);
        Assert.Equal(3, reasons.Count);
    }

    [Fact]
    public void Wishes_that_can_all_be_granted_are_proven_like_meetings_that_must_be()
    {
        var random = new Random(1);
        var problem = new ScheduleProblem(
            [.. Enumerable.Range(1, 9).Select(number => new ScheduleSlot($"s{number}"))],
            [.. Enumerable.Range(1, 8).Select(number => $"t{number}")],
            [],
            [.. Enumerable.Range(0, 20).Select(number => new ScheduleParticipant($"p{number}", number % 3 == 0 ? ["s5"] : null))],
            [
                .. Enumerable
                    .Range(0, 60)
                    .Select(number => new ScheduleMeeting(
                        $"m{number}",
                        $"p{number % 20}",
                        $"p{((number % 20) + 1 + (number / 20 * 4)) % 20}",
                        Weight: random.Next(1, 9)
                    )),
            ],
            AllowUnscheduled: true
        );

        var (some, all) = (Solve(problem, seconds: 2), Solve(problem with { AllowUnscheduled = false }, seconds: 2));

        Assert.Equal((ScheduleStatus.Optimal, 60), (some.Status, some.Meetings.Count));
        Assert.Equal(all.Breaks, some.Breaks);
    }

    [Fact]
    public void Wish_that_counts_for_nothing_is_not_worth_a_break()
    {
        var problem = new ScheduleProblem(
            [new("s1"), new("s2"), new("s3")],
            ["t1"],
            [],
            [new("p1"), new("p2")],
            [new("m1", "p1", "p2", Slot: "s1"), new("m2", "p1", "p2", Weight: 0, Slot: "s3")],
            AllowUnscheduled: true
        );

        Assert.Equal(["m1"], Solve(problem).Meetings.Select(item => item.Id));
    }

    [Fact]
    public void Previous_schedule_is_changed_as_little_as_possible()
    {
        var problem = new ScheduleProblem(
            [new("s1"), new("s2"), new("s3"), new("s4")],
            ["t1", "t2"],
            [],
            [new("p1"), new("p2"), new("p3")],
            [new("m1", "p1", "p2"), new("m2", "p1", "p3"), new("m3", "p2", "p3")]
        );
        PlacedMeeting[] previous = [new("m1", "s1", "t2"), new("m2", "s4", "t2"), new("m3", "s2", "t1")];
        var absent = problem with { Participants = [new("p1", ["s1"]), new("p2"), new("p3")] };

        var repaired = Solve(absent, previous);

        Assert.Empty(ScheduleChecker.Check(absent, repaired));
        Assert.Equal(1, repaired.Changed);
        Assert.Equal(previous[1..], repaired.Meetings.Where(item => item.Id != "m1").OrderBy(item => item.Id));
        Assert.Equal(0, Solve(problem, previous).Changed);
    }

    [Fact]
    public void Break_window_may_begin_above_zero()
    {
        // One meets in the first slot and in the last alone, so the others must have a break too.
        var problem = new ScheduleProblem(
            [new("s1"), new("s2"), new("s3"), new("s4")],
            ["t1", "t2"],
            [],
            [new("p1", ["s2", "s3"]), new("p2"), new("p3"), new("p4")],
            [new("m1", "p1", "p2"), new("m2", "p1", "p3"), new("m3", "p2", "p4"), new("m4", "p3", "p4")],
            MaxBreakDifference: 0
        );

        var solution = Solve(problem);

        Assert.Empty(ScheduleChecker.Check(problem, solution));
        Assert.Equal((ScheduleStatus.Optimal, 4), (solution.Status, solution.Breaks));
    }

    [Fact]
    public void Stopped_search_answers_with_what_it_has()
    {
        using var stop = new CancellationTokenSource();
        var problem = SmallFair.Of(new Random(2)) with { AllowUnscheduled = true };
        var options = new ScheduleOptions(Seconds: 600, Progress: new StopAtOnce(stop));

        var solution = Scheduler.Solve(problem, options, stop.Token);

        Assert.Empty(ScheduleChecker.Check(problem, solution));
        Assert.True(stop.IsCancellationRequested);
        Assert.NotEmpty(solution.Meetings);
    }

    [Fact]
    public void More_than_sixty_four_slots_are_no_limit()
    {
        var problem = new ScheduleProblem(
            [.. Enumerable.Range(0, 90).Select(index => new ScheduleSlot($"s{index}", Day: $"{index / 30}"))],
            ["t1"],
            [],
            [.. Enumerable.Range(0, 10).Select(index => new ScheduleParticipant($"p{index}"))],
            [
                .. from a in Enumerable.Range(0, 10)
                from b in Enumerable.Range(a + 1, 9 - a)
                select new ScheduleMeeting($"m{a}-{b}", $"p{a}", $"p{b}", Slot: (a, b) == (0, 1) ? "s89" : null),
            ]
        );

        var solution = Scheduler.Solve(problem, new ScheduleOptions(Seconds: 1, Deterministic: true), CancellationToken.None);

        Assert.Empty(ScheduleChecker.Check(problem, solution));
        Assert.Equal(45, solution.Meetings.Count);
    }

    [Theory]
    [InlineData(0, 2, 1)]
    [InlineData(2, 0, 1)]
    [InlineData(2, 2, 0)]
    [InlineData(0, 0, 0)]
    public void Fair_without_slots_or_tables_or_meetings_has_an_answer(int slots, int tables, int meetings)
    {
        var problem = new ScheduleProblem(
            [.. Enumerable.Range(0, slots).Select(index => new ScheduleSlot($"s{index}"))],
            [.. Enumerable.Range(0, tables).Select(index => $"t{index}")],
            [],
            [new("p1"), new("p2")],
            [.. Enumerable.Range(0, meetings).Select(index => new ScheduleMeeting($"m{index}", "p1", "p2"))]
        );

        var (all, some) = (Solve(problem), Solve(problem with { AllowUnscheduled = true }));

        Assert.Equal(meetings == 0 ? ScheduleStatus.Optimal : ScheduleStatus.Infeasible, all.Status);
        Assert.Equal(ScheduleStatus.Optimal, some.Status);
        Assert.Equal(meetings, some.Unscheduled.Count);
    }

    [Fact]
    public void Deterministic_run_repeats_itself()
    {
        var problem = SmallFair.Of(new Random(7)) with { AllowUnscheduled = true };

        Assert.Equal(Solve(problem).Meetings, Solve(problem).Meetings);
    }

    private static ScheduleSolution Solve(ScheduleProblem problem, IReadOnlyList<PlacedMeeting>? previous = null, double seconds = 20) =>
        Scheduler.Solve(problem, new ScheduleOptions(seconds, Deterministic: true, Previous: previous), CancellationToken.None);

    private sealed class StopAtOnce(CancellationTokenSource stop) : IProgress<ScheduleProgress>
    {
        public void Report(ScheduleProgress value)
        {
            if (value.Placed > 0)
            {
                stop.Cancel();
            }
        }
    }
}
