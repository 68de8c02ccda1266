using Matchmaking.Core.Expos.Programme;
using Matchmaking.Web.Features.Notifications;
using Matchmaking.Web.Localization;

namespace Matchmaking.Web.Features.Expos.Programme;

/// <summary>Meetings in a mail: the time, the partner, the table and the interpreter of each.</summary>
internal static class ProgrammeLetter
{
    public static void Meetings(this Letter letter, IReadOnlyList<PlannedMeeting> meetings, ProgrammeReader reader) =>
        letter.Meetings(meetings.Select(meeting => (string.Empty, meeting)), reader);

    /// <summary>With what became of each.</summary>
    public static void Meetings(this Letter letter, IReadOnlyList<PlanChange> changes, ProgrammeReader reader) =>
        letter.Meetings(changes.Select(change => (letter.T[$"plan-change.{change.Kind}"].Value, change.Meeting)), reader);

    /// <summary>Whom one meets, and where.</summary>
    public static string Place(Letter letter, string partner, PlannedMeeting meeting)
    {
        var parts = new[]
        {
            partner,
            letter.T["table {0}", meeting.Table].Value,
            meeting.Interpreter is { } interpreter ? letter.T["Interpreter: {0}", interpreter].Value : string.Empty,
        };
        return string.Join(" · ", parts.Where(part => part.Length > 0));
    }

    private static void Meetings(this Letter letter, IEnumerable<(string What, PlannedMeeting Meeting)> meetings, ProgrammeReader reader)
    {
        var facts = meetings
            .Select(item =>
            {
                var (what, meeting) = item;
                var place = Place(letter, reader.Partner(meeting), meeting);
                return (
                    MeetingTime.Format(meeting.Start, letter.Language),
                    what.Length == 0 ? place : letter.T["{0}: {1}", what, place].Value
                );
            })
            .ToArray();
        if (facts.Length > 0)
        {
            letter.Facts(facts);
        }
    }
}
