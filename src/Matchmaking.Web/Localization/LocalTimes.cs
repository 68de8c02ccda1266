using System.Globalization;

namespace Matchmaking.Web.Localization;

/// <summary>UTC as it is read in both countries. Neither has summer time, so fixed offsets hold.</summary>
public static class LocalTimes
{
    private const int KoreaHours = 9;
    private const int ChinaHours = 8;

    /// <summary><c>2026-11-23 14:01 KST · 13:01 CST</c>; the day is repeated where the two differ.</summary>
    public static string InBothZones(DateTime utc)
    {
        var korea = utc.AddHours(KoreaHours);
        var china = utc.AddHours(ChinaHours);
        var chinaFormat = korea.Date == china.Date ? "HH:mm" : "yyyy-MM-dd HH:mm";
        return string.Create(CultureInfo.InvariantCulture, $"{korea:yyyy-MM-dd HH:mm} KST · ")
            + china.ToString(chinaFormat, CultureInfo.InvariantCulture)
            + " CST";
    }

    /// <summary><c>2026-11-23</c>, for what is known to the day only.</summary>
    public static string Day(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
