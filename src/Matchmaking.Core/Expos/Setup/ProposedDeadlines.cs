namespace Matchmaking.Core.Expos.Setup;

/// <summary>Days by which others must have done their part, so that both countries' offices have time for the next.</summary>
/// <param name="YearsWithoutHolidays">Of those on the way, the ones of which nothing but weekends is known.</param>
/// <param name="YearsWithoutMakeUpDays">The ones of which legal holidays are known, and China's make-up working days are not.</param>
public sealed record ProposedDeadlines(
    DateOnly PreferencesUntil,
    DateOnly ScheduleUntil,
    IReadOnlyList<int> YearsWithoutHolidays,
    IReadOnlyList<int> YearsWithoutMakeUpDays
)
{
    /// <summary>Joint working days for travel and preparation, with the schedule in hand.</summary>
    public const int DaysWithSchedule = 5;

    /// <summary>Joint working days for making the schedule.</summary>
    public const int DaysForSchedule = 5;

    public static ProposedDeadlines For(DateOnly firstDay, JointCalendar calendar)
    {
        var schedule = calendar.Before(firstDay, DaysWithSchedule);
        var preferences = calendar.Before(schedule, DaysForSchedule);
        var years = Enumerable.Range(preferences.Year, firstDay.Year - preferences.Year + 1).ToLookup(calendar.KnowsHolidays);
        return new ProposedDeadlines(
            preferences,
            schedule,
            [.. years[false]],
            [.. years[true].Where(year => !calendar.KnowsMakeUpDays(year))]
        );
    }
}
