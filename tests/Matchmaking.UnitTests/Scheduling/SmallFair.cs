using Matchmaking.Core.Expos;

namespace Matchmaking.UnitTests.Scheduling;

/// <summary>Problems with some of every rule, small enough for every schedule to be tried.</summary>
internal static class SmallFair
{
    /// <summary>Three slots on two days, two tables, two interpreters, five participants, four meetings, and some of every rule.</summary>
    public static ScheduleProblem Of(Random random)
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
            AllowUnscheduled: random.Next(2) == 0,
            ClosedTables: random.Next(3) == 0 ? [new("t2", Some(0.5, slots))] : null
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
                After: random.Next(4) == 0 ? [$"m{random.Next(1, 5)}"] : null
            );
        }

        string[] Some(double part, string[] of) => [.. of.Where(_ => random.NextDouble() < part)];
    }
}
