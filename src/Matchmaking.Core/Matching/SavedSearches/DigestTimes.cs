namespace Matchmaking.Core.Matching.SavedSearches;

/// <summary>Digests leave in the morning, so that nobody is woken and everything of a day comes together.</summary>
public static class DigestTimes
{
    /// <summary>07:00 in China and 08:00 in Korea is 23:00 UTC of the day before.</summary>
    private static readonly TimeSpan BeforeMidnight = TimeSpan.FromHours(1);

    /// <summary>The last morning that has begun (UTC).</summary>
    public static DateTime LastMorning(DateTime now) => (now + BeforeMidnight).Date - BeforeMidnight;

    /// <summary>The last Monday morning that has begun (UTC).</summary>
    public static DateTime LastMonday(DateTime now)
    {
        var day = (now + BeforeMidnight).Date;
        return day.AddDays(-(((int)day.DayOfWeek + 6) % 7)) - BeforeMidnight;
    }
}
