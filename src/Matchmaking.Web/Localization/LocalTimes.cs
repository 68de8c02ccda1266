using System.Globalization;
using Matchmaking.Core.Common;

namespace Matchmaking.Web.Localization;

/// <summary>UTC as it is read in both countries. Neither has summer time, so fixed offsets hold.</summary>
public static class LocalTimes
{
    /// <summary><c>2026-11-23 14:01 KST · 13:01 CST</c>, the reader's zone first; the day is repeated where the two differ.</summary>
    public static string InBothZones(DateTime utc)
    {
        var first = MeetingTime.First(ReaderLanguage.Current);
        var (own, other) = (utc + first.Offset(), utc + first.Other().Offset());
        var otherFormat = own.Date == other.Date ? "HH:mm" : "yyyy-MM-dd HH:mm";
        return string.Create(CultureInfo.InvariantCulture, $"{own:yyyy-MM-dd HH:mm} {first.Zone()} · ")
            + other.ToString(otherFormat, CultureInfo.InvariantCulture)
            + $" {first.Other().Zone()}";
    }

    /// <summary><c>2026-11-23</c>, for what is known to the day only.</summary>
    public static string Day(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
