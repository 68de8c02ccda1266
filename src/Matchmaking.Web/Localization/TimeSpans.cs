using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Localization;

/// <summary>How long something takes or is old, in one unit.</summary>
public static class TimeSpans
{
    public static string Of(IStringLocalizer texts, TimeSpan time) =>
        time switch
        {
            { TotalSeconds: < 90 } => texts["{0} s", (int)Math.Max(0, time.TotalSeconds)],
            { TotalMinutes: < 90 } => texts["{0} min", (int)time.TotalMinutes],
            { TotalHours: < 48 } => texts["{0} h", (int)time.TotalHours],
            _ => texts["{0} days", (int)time.TotalDays],
        };
}
