using Matchmaking.Core.Expos;
using Xunit;

namespace Matchmaking.UnitTests.Scheduling;

/// <summary>Halls with far fewer places than wishes, all of which count the same, and with some firms that most wish to meet.</summary>
public sealed class FirstMeetingTests
{
    private const int EachSide = 15;
    private const int Wishes = 3;

    private static readonly IExpoScheduler Scheduler = TestScheduler.Instance;

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(4, false)]
    public void Nobody_goes_without_while_somebody_has_several_of_meetings_that_count_the_same(int seed, bool deterministic)
    {
        var problem = Hall(new Random(seed));

        var solution = Scheduler.Solve(problem, new ScheduleOptions(10, Deterministic: deterministic), CancellationToken.None);

        Assert.Empty(ScheduleChecker.Check(problem, solution));
        Assert.Equal(ScheduleStatus.Optimal, solution.Status);
        Assert.Equal(problem.Slots.Count * problem.Tables.Count, solution.Meetings.Count);
        Assert.DoesNotContain(solution.Participants, figures => figures.Meetings == 0);
    }

    private static ScheduleProblem Hall(Random random)
    {
        var pairs = new HashSet<(int Seller, int Buyer)>();
        for (var firm = 0; firm < EachSide; firm++)
        {
            for (var wish = 0; wish < Wishes; wish++)
            {
                pairs.Add((firm, Popular(random)));
                pairs.Add((Popular(random), firm));
            }
        }

        return new ScheduleProblem(
            [.. Enumerable.Range(1, 5).Select(number => new ScheduleSlot($"s{number}"))],
            [.. Enumerable.Range(1, 6).Select(number => $"t{number}")],
            [],
            [
                .. Enumerable.Range(0, EachSide).Select(firm => new ScheduleParticipant($"seller{firm}")),
                .. Enumerable.Range(0, EachSide).Select(firm => new ScheduleParticipant($"buyer{firm}")),
            ],
            [.. pairs.Order().Select((pair, index) => new ScheduleMeeting($"m{index}", $"seller{pair.Seller}", $"buyer{pair.Buyer}"))],
            AllowUnscheduled: true
        );
    }

    private static int Popular(Random random) => random.Next(random.Next(1, EachSide) + 1);
}
