using Matchmaking.Core.Common;
using Matchmaking.Core.Meetings;
using Matchmaking.Core.Notifications;
using Matchmaking.Web.Features.Notifications;
using Matchmaking.Web.Hosting;
using Matchmaking.Web.Localization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Matchmaking.Web.Features.Meetings;

/// <summary>The calendar file of a meeting in its reader's language, the same in a mail and for download.</summary>
public sealed class MeetingInvitation(SiteAddress site, IOptions<MailOptions> mail, TimeProvider clock)
{
    /// <param name="texts">Of the culture in which the reader reads.</param>
    /// <param name="isRelief">Takes the entry out of the reader's calendar though the meeting stands.</param>
    public MailAttachment Write(MeetingCalendar calendar, IStringLocalizer texts, LanguageCode reader, bool isRelief = false)
    {
        var meeting = calendar.Meeting;
        var theirs = meeting.Theirs.Names.For(reader);
        var lines = new List<string?>
        {
            texts["{0} and {1}", meeting.Ours.Names.For(reader), theirs],
            MeetingTime.Format(meeting.Agreed!.Value.Start, reader),
            texts[$"meeting-format.{meeting.Format}"],
            meeting.TheirListing?.Text,
            meeting.OurListing?.Text,
        };
        var entry = new CalendarEntry(
            calendar.Uid,
            calendar.Sequence,
            isRelief || meeting.State == MeetingState.Cancelled,
            meeting.Agreed.Value,
            texts["Meeting with {0}", theirs],
            string.Join('\n', lines.OfType<string>()),
            site.LinkTo($"/meetings/{meeting.Id}"),
            new CalendarAttendee("Matchmaking", mail.Value.From),
            calendar.Attendees
        );
        return new MailAttachment(
            "meeting.ics",
            $"text/calendar; charset=utf-8; method={entry.Method}",
            CalendarFile.Write(entry, clock.GetUtcNow().UtcDateTime)
        );
    }
}
