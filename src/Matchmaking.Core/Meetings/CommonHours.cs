namespace Matchmaking.Core.Meetings;

/// <summary>Times that lie within working hours on both sides: 10:00 to 18:00 in Korea is 09:00 to 17:00 in China.</summary>
public static class CommonHours
{
    private const int KoreaHours = 9;

    /// <summary>Korean time; all avoid the lunch hour of either side.</summary>
    private static readonly int[] Hours = [10, 15];
    private static readonly int[] MoreHours = [10, 11, 15, 16];

    /// <param name="now">UTC; the first suggestion is on the second working day after it.</param>
    public static IEnumerable<DateTime> Suggest(DateTime now, bool more)
    {
        var today = now.AddHours(KoreaHours).Date;
        var days = Enumerable.Range(1, 14).Select(day => today.AddDays(day)).Where(IsWorkingDay).Skip(1).Take(more ? 6 : 3);
        return days.SelectMany(day =>
            (more ? MoreHours : Hours).Select(hour => DateTime.SpecifyKind(day.AddHours(hour - KoreaHours), DateTimeKind.Utc))
        );
    }

    private static bool IsWorkingDay(DateTime day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
