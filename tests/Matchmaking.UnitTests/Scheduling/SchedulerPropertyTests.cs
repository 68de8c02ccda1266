using FsCheck;
using FsCheck.Xunit;
using Matchmaking.Core.Expos;
using Xunit;

namespace Matchmaking.UnitTests.Scheduling;

public sealed class SchedulerPropertyTests
{
    private static readonly IExpoScheduler Scheduler = TestScheduler.Instance;

    [Property(MaxTest = 15)]
    public void Small_fair_is_solved_as_well_as_trying_everything_does(PositiveInt seed)
    {
        var problem = SmallFair.Of(new Random(seed.Get));
        var best = BruteForce.Best(problem);

        var solution = Solve(problem);

        Assert.Empty(ScheduleChecker.Check(problem, solution));
        Assert.Equal(best is null ? ScheduleStatus.Infeasible : ScheduleStatus.Optimal, solution.Status);
        Assert.Equal(best is null, solution.Conflict is { Count: > 0 });
        Assert.Equal(best ?? [], best is null ? [] : BruteForce.Goals(problem, solution.Meetings));
    }

    /// <summary>A wish that counts for nothing is granted only where it costs no break.</summary>
    [Property(MaxTest = 15)]
    public void Wishes_are_granted_as_well_as_trying_everything_does(PositiveInt seed)
    {
        var random = new Random(seed.Get);
        var fair = SmallFair.Of(random);
        var problem = fair with
        {
            AllowUnscheduled = true,
            Participants = [.. fair.Participants.Select(item => item with { Unavailable = null, Max = null })],
            Meetings = [.. fair.Meetings.Select(item => item with { Weight = random.Next(3) / 2.0, Must = false })],
        };

        var solution = Solve(problem);

        Assert.Equal(ScheduleStatus.Optimal, solution.Status);
        Assert.Equal(BruteForce.Best(problem)!, BruteForce.Goals(problem, solution.Meetings));
    }

    [Property(MaxTest = 15)]
    public void Repair_changes_as_little_as_trying_everything_does(PositiveInt seed)
    {
        var random = new Random(seed.Get);
        var problem = SmallFair.Of(random) with { AllowUnscheduled = true };
        var previous = Solve(problem).Meetings;
        var hit = problem.Slots[random.Next(3)].Id;
        var changed = problem with
        {
            Participants =
            [
                .. problem.Participants.Select(
                    (item, index) => index == 0 ? item with { Unavailable = [.. item.Unavailable ?? [], hit] } : item
                ),
            ],
            Interpreters = random.Next(2) == 0 ? [problem.Interpreters[1]] : problem.Interpreters,
        };

        var repaired = Solve(changed, previous);

        Assert.Empty(ScheduleChecker.Check(changed, repaired));
        var (best, reached) = (BruteForce.Best(changed, previous)!, BruteForce.Goals(changed, repaired.Meetings, previous));
        Assert.Equal(repaired.Changed, -reached[3]);
        Assert.Equal(repaired.Status == ScheduleStatus.Optimal ? best : reached, reached);
    }

    [Property(MaxTest = 15)]
    public void Whatever_is_answered_keeps_every_rule_and_repeats(PositiveInt seed, bool allowUnscheduled, byte size)
    {
        var problem = Fair(new Random(seed.Get), 6 + (size % 10), allowUnscheduled);

        var solution = Solve(problem);

        Assert.Empty(ScheduleChecker.Check(problem, solution));
        Assert.False(allowUnscheduled && solution.Status is ScheduleStatus.Infeasible or ScheduleStatus.Unknown);
        Assert.True(solution.Bound <= solution.Breaks);
        Assert.Equal(solution.Meetings, Solve(problem).Meetings);
    }

    /// <summary>As people use it: both searches at once, until the time is up or everything is proven.</summary>
    [Property(MaxTest = 15)]
    public void Both_searches_beside_each_other_keep_every_rule_and_claim_nothing_too_much(PositiveInt seed)
    {
        var problem = SmallFair.Of(new Random(seed.Get));
        var best = BruteForce.Best(problem);

        var solution = Scheduler.Solve(problem, new ScheduleOptions(Seconds: 0.5), CancellationToken.None);

        Assert.Empty(ScheduleChecker.Check(problem, solution));
        Assert.True(best is null || solution.Status != ScheduleStatus.Infeasible);
        Assert.True(solution.Status != ScheduleStatus.Optimal || best!.SequenceEqual(BruteForce.Goals(problem, solution.Meetings)));
    }

    private static ScheduleSolution Solve(ScheduleProblem problem, IReadOnlyList<PlacedMeeting>? previous = null) =>
        Scheduler.Solve(problem, new ScheduleOptions(Seconds: 1, Deterministic: true, Previous: previous), CancellationToken.None);

    private static ScheduleProblem Fair(Random random, int firms, bool allowUnscheduled)
    {
        string[] slots = [.. Enumerable.Range(1, 8).Select(number => $"s{number}")];
        return new ScheduleProblem(
            [.. slots.Select((id, index) => new ScheduleSlot(id, index % 4 < 2 ? "am" : "pm", index < 4 ? "1" : "2"))],
            ["t1", "t2", "t3", "t4"],
            [new("i1", "zh-ko", Some(0.2)), new("i2", "ko-zh, ko-en", Some(0.2))],
            [
                .. Enumerable
                    .Range(0, firms)
                    .Select(number => new ScheduleParticipant(
                        $"p{number}",
                        Some(0.15),
                        Min: random.Next(3),
                        Max: random.Next(5) == 0 ? 2 : null,
                        Table: random.Next(8) == 0 ? "t1" : null
                    )),
            ],
            [
                .. Enumerable
                    .Range(0, firms * 2)
                    .Select(number => (number, a: random.Next(firms), step: 1 + random.Next(firms - 1)))
                    .Select(item => new ScheduleMeeting(
                        $"m{item.number}",
                        $"p{item.a}",
                        $"p{(item.a + item.step) % firms}",
                        Weight: random.Next(1, 9) / 4.0,
                        Must: random.Next(6) == 0,
                        Session: random.Next(6) == 0 ? "pm" : null,
                        Slot: random.Next(12) == 0 ? "s3" : null,
                        Table: random.Next(9) == 0 ? "t2" : null,
                        Interpreter: random.Next(3) == 0 ? (random.Next(2) == 0 ? "zh-ko" : "en-ko") : null,
                        After: item.number > 0 && random.Next(6) == 0 ? [$"m{random.Next(item.number)}"] : null
                    )),
            ],
            MaxBreakDifference: random.Next(3) is var difference && difference < 2 ? difference : null,
            AllowUnscheduled: allowUnscheduled,
            ClosedTables: random.Next(2) == 0 ? [new("t1", Some(0.3)), new("t3", Some(0.3))] : null
        );

        string[] Some(double part) => [.. slots.Where(_ => random.NextDouble() < part)];
    }
}
