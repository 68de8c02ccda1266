using System.Globalization;
using Matchmaking.Core.Expos.Setup;
using Xunit;

namespace Matchmaking.UnitTests.Expos;

public sealed class SlotPlanTests
{
    private static readonly SlotPlan Day = new(new(9, 30), new(17, 0), 30, 5, new(12, 0), new(13, 30));

    [Fact]
    public void Slots_keep_their_gap_leave_lunch_out_and_end_in_time() =>
        Assert.Equal(
            ["09:30", "10:05", "10:40", "11:15", "13:30", "14:05", "14:40", "15:15", "15:50", "16:25"],
            Day.Starts().Select(start => start.ToString("HH:mm", CultureInfo.InvariantCulture))
        );

    [Fact]
    public void Slot_may_end_when_lunch_begins_and_when_the_day_ends() =>
        Assert.Equal(
            ["11:00", "11:30", "13:00", "13:30"],
            new SlotPlan(new(11, 0), new(14, 0), 30, 0, new(12, 0), new(13, 0))
                .Starts()
                .Select(start => start.ToString("HH:mm", CultureInfo.InvariantCulture))
        );

    [Fact]
    public void Day_without_lunch_is_filled() =>
        Assert.Equal(4, (Day with { Start = new(10, 0), End = new(12, 0), Gap = 0, LunchStart = null, LunchEnd = null }).Starts().Count);

    [Fact]
    public void Day_until_midnight_does_not_run_over() =>
        Assert.Equal(
            "23:00",
            (Day with { Start = new(22, 0), End = new(23, 59), Gap = 30 }).Starts()[^1].ToString("HH:mm", CultureInfo.InvariantCulture)
        );

    [Fact]
    public void What_cannot_be_is_named()
    {
        Assert.Equal([ExpoErrors.EndBeforeStart], (Day with { End = Day.Start }).Check());
        Assert.Equal([ExpoErrors.LunchIncomplete], (Day with { LunchEnd = null }).Check());
        Assert.Equal([ExpoErrors.LunchIncomplete], (Day with { LunchEnd = Day.LunchStart }).Check());
        Assert.Equal([ExpoErrors.NoSlot], (Day with { Minutes = 120, End = new(11, 0) }).Check());
        Assert.Empty(Day.Check());
    }
}
