using Matchmaking.Core.Expos;
using Matchmaking.Scheduling;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Matchmaking.UnitTests.Scheduling;

public sealed class ExpoSchedulerTests
{
    private static readonly IExpoScheduler Scheduler = new ServiceCollection()
        .AddScheduling()
        .BuildServiceProvider()
        .GetRequiredService<IExpoScheduler>();

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 16)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Small_problem_is_solved_as_well_as_it_can_be(int seed)
    {
        var problem = Random(new Random(seed));
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
        Assert.Equal([false, true], Seeds.Select(row => BruteForce.Best(Random(new Random(row.Data))) is null).Distinct().Order());

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
    public void Deterministic_run_repeats_itself()
    {
        var problem = Random(new Random(7)) with { AllowUnscheduled = true };

        Assert.Equal(Solve(problem).Meetings, Solve(problem).Meetings);
    }

    private static ScheduleSolution Solve(ScheduleProblem problem, IReadOnlyList<PlacedMeeting>? previous = null) =>
        Scheduler.Solve(problem, new ScheduleOptions(Seconds: 20, Deterministic: true, Previous: previous), CancellationToken.None);

    /// <summary>Three slots on two days, two tables, two interpreters, five participants, four meetings, and some of every rule.</summary>
    private static ScheduleProblem Random(Random random)
    {
        string[] slots = ["s1", "s2", "s3"];
        return new ScheduleProblem(
            [new("s1", "am", "1"), new("s2", "pm", "1"), new("s3", "pm", random.Next(2) == 0 ? "1" : "2")],
            ["t1", "t2"],
            [new("i1", "zh-ko", Some(0.3, slots)), new("i2", "zh-ko, en-ko", Some(0.3, slots))],
            [
                .. Enumerable
                    .Range(1, 5)
                    .Select(number => new ScheduleParticipant(
                        $"p{number}",
                        Some(0.2, slots),
                        Min: random.Next(3),
                        Max: random.Next(4) == 0 ? 1 : null,
                        Table: random.Next(6) == 0 ? "t1" : null
                    )),
            ],
            [.. Enumerable.Range(1, 4).Select(Meeting)],
            MaxBreakDifference: random.Next(3) == 0 ? 0 : null,
            AllowUnscheduled: random.Next(2) == 0
        );

        ScheduleMeeting Meeting(int number)
        {
            var first = random.Next(5);
            return new ScheduleMeeting(
                $"m{number}",
                $"p{first + 1}",
                $"p{((first + 1 + random.Next(4)) % 5) + 1}",
                Weight: random.Next(1, 20) / 4.0,
                Must: random.Next(4) == 0,
                Session: random.Next(5) == 0 ? "pm" : null,
                Slot: random.Next(8) == 0 ? "s2" : null,
                Table: random.Next(8) == 0 ? "t2" : null,
                Interpreter: random.Next(3) == 0 ? (random.Next(2) == 0 ? "ko-zh" : "ko-en") : null,
                After: number > 1 && random.Next(4) == 0 ? ["m1"] : null
            );
        }

        string[] Some(double part, string[] of) => [.. of.Where(_ => random.NextDouble() < part)];
    }
}
