namespace Matchmaking.Core.Expos.Setup;

/// <summary>Days by which others must have done their part, so that both countries' offices have time for the next.</summary>
/// <param name="IsComplete">All holidays on the way are known.</param>
public sealed record ProposedDeadlines(DateOnly PreferencesUntil, DateOnly ScheduleUntil, bool IsComplete)
{
    /// <summary>Joint working days for travel and preparation, with the schedule in hand.</summary>
    public const int DaysWithSchedule = 5;

    /// <summary>Joint working days for making the schedule.</summary>
    public const int DaysForSchedule = 5;

    public static ProposedDeadlines For(DateOnly firstDay, JointCalendar calendar)
    {
        var schedule = calendar.Before(firstDay, DaysWithSchedule);
        var preferences = calendar.Before(schedule, DaysForSchedule);
        return new ProposedDeadlines(
            preferences,
            schedule,
            Enumerable.Range(preferences.Year, firstDay.Year - preferences.Year + 1).All(calendar.IsComplete)
        );
    }
}
