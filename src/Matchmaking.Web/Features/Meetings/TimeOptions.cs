using System.Globalization;
using Matchmaking.Core.Common;
using Matchmaking.Web.Localization;

namespace Matchmaking.Web.Features.Meetings;

/// <summary>Each quarter hour of a long working day, written in both zones, so that choosing needs no arithmetic and no script.</summary>
internal static class TimeOptions
{
    private const int FirstHour = 7;
    private const int LastHour = 21;

    /// <param name="zone">The country in whose time the values are.</param>
    public static IEnumerable<(string Value, string Text)> Of(Country zone, LanguageCode reader) =>
        Enumerable
            .Range(FirstHour * 4, (LastHour - FirstHour) * 4 + 1)
            .Select(quarter =>
            {
                // Any day will do: the two zones are never more than an hour apart.
                var local = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(15 * quarter);
                return (local.ToString("HH:mm", CultureInfo.InvariantCulture), MeetingTime.Clock(local - zone.Offset(), reader));
            });
}
