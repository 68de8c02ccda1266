using System.Globalization;
using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Setup;
using Xunit;

namespace Matchmaking.UnitTests.Expos;

public sealed class JointCalendarTests
{
    private readonly JointCalendar calendar = JointCalendar.Load();

    [Theory]
    [InlineData("2026-02-14", true, false)] // Saturday that China makes up for the Spring Festival
    [InlineData("2026-02-16", false, false)] // both countries' new year
    [InlineData("2026-02-19", false, true)]
    [InlineData("2026-05-25", true, false)] // substitute for Buddha's birthday
    [InlineData("2026-09-24", true, false)] // Chuseok begins a day before the Mid-Autumn days
    [InlineData("2026-10-08", true, true)]
    [InlineData("2026-10-10", true, false)]
    [InlineData("2027-02-05", false, true)]
    [InlineData("2027-02-09", false, false)] // Korea's substitute for Seollal Sunday
    public void Offices_work_on_their_own_country_s_days(string day, bool china, bool korea)
    {
        Assert.Equal(china, calendar.IsWorkingDay(Day(day), Country.CN));
        Assert.Equal(korea, calendar.IsWorkingDay(Day(day), Country.KR));
    }

    [Fact]
    public void Year_is_known_whole_in_part_or_not_at_all()
    {
        Assert.Equal((true, true), (calendar.KnowsHolidays(2026), calendar.KnowsMakeUpDays(2026)));
        Assert.Equal((true, false), (calendar.KnowsHolidays(2027), calendar.KnowsMakeUpDays(2027)));
        Assert.Equal((false, false), (calendar.KnowsHolidays(2028), calendar.KnowsMakeUpDays(2028)));
        Assert.True(calendar.IsJointWorkingDay(new DateOnly(2028, 3, 15)));
        Assert.False(calendar.IsJointWorkingDay(new DateOnly(2028, 3, 18)));
    }

    [Fact]
    public void Deadlines_leave_joint_working_days_over_the_autumn_holidays()
    {
        var proposed = ProposedDeadlines.For(new DateOnly(2026, 10, 15), calendar);

        // Between: 30 September and 8, 12, 13 and 14 October, since the 9th is Hangul Day; before: 18, 21, 22, 23 and 28 September.
        Assert.Equal(new DateOnly(2026, 9, 29), proposed.ScheduleUntil);
        Assert.Equal(new DateOnly(2026, 9, 17), proposed.PreferencesUntil);
        Assert.Empty(proposed.YearsWithoutHolidays.Concat(proposed.YearsWithoutMakeUpDays));
    }

    [Fact]
    public void Deadlines_say_of_which_years_on_the_way_what_is_not_known()
    {
        Assert.Equal([2027], ProposedDeadlines.For(new DateOnly(2027, 1, 5), calendar).YearsWithoutMakeUpDays);
        var later = ProposedDeadlines.For(new DateOnly(2028, 1, 5), calendar);

        Assert.Equal([2028], later.YearsWithoutHolidays);
        Assert.Equal([2027], later.YearsWithoutMakeUpDays);
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
