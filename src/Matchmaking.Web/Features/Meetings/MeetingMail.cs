using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Identity;
using Matchmaking.Core.Meetings;
using Matchmaking.Core.Notifications;
using Matchmaking.Core.Outbox;
using Matchmaking.Web.Features.Notifications;
using Matchmaking.Web.Localization;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Web.Features.Meetings;

/// <summary>
/// One mail a step and person: to the other side, and to both where their calendars change. The state is read anew, so that a mail
/// that comes late says what is true now.
/// </summary>
internal sealed class MeetingMail(
    AppDbContext db,
    ReadMeetingCalendar readCalendar,
    ShowMeeting show,
    MeetingAddressees addressees,
    MeetingInvitation invitation,
    Mailer mailer
) : OneMessageHandler
{
    protected override async Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var (id, number, relieved) = MeetingEvents.Read(message.Payload);
        var meeting = await db.MeetingRequests.AsNoTracking().AsSplitQuery().SingleAsync(meeting => meeting.Id == id, cancellationToken);
        var step = await db
            .MeetingSteps.AsNoTracking()
            .SingleAsync(step => step.MeetingRequestId == id && step.Number == number, cancellationToken);
        foreach (var addressee in await addressees.OfStepAsync(meeting, step, relieved, cancellationToken))
        {
            var user = addressee.User;
            var actor = new Actor(user.Id, user.DisplayName, MembershipRole.Member, addressee.Company, AgencyId: null);
            var view = (await show.ExecuteAsync(id, actor, cancellationToken)).Value;
            var calendar =
                step.Kind.ChangesCalendar() && view.HasCalendar ? await readCalendar.ExecuteAsync(id, actor, cancellationToken) : null;
            await mailer.SendAsync(
                message,
                MailRecipient.Of(user),
                letter =>
                {
                    if (addressee.IsRelieved)
                    {
                        WriteRelief(letter, addressee, view, calendar!.Value);
                    }
                    else
                    {
                        Write(letter, addressee.Wording, view, step, calendar?.Value);
                    }
                },
                cancellationToken
            );
        }
    }

    private void Write(Letter letter, string wording, MeetingView meeting, MeetingStep step, MeetingCalendar? calendar)
    {
        var theirs = meeting.Theirs.Names.For(letter.Language);
        letter.Subject = letter.T[$"meeting-mail.{wording}", theirs];
        letter.Paragraph(letter.Subject);
        if (step.Message.Length > 0)
        {
            letter.Quote(step.Message, step.Language ?? letter.Language);
        }

        var facts = new List<(string, string)>();
        if (calendar is not null)
        {
            facts.Add((letter.T["Time"], MeetingTime.Format(meeting.Agreed!.Value.Start, letter.Language)));
        }

        facts.AddRange(
            meeting.Choices.Select(
                (choice, index) => ((string)letter.T["Time {0}", index + 1], MeetingTime.Format(choice.Slot.Start, letter.Language))
            )
        );
        if (meeting.IsOurTurn && meeting.Deadline is { } deadline)
        {
            facts.Add((letter.T["Answer by"], MeetingTime.Format(deadline, letter.Language)));
        }

        if (facts.Count > 0)
        {
            letter.Facts([.. facts]);
        }

        letter.Action(
            letter.T[meeting.IsOurTurn && meeting.Choices.Count > 0 ? "Answer the request" : "Open the meeting"],
            $"/meetings/{meeting.Id}"
        );
        if (calendar is not null)
        {
            letter.Attach(invitation.Write(calendar, letter.T, letter.Language));
        }
    }

    /// <summary>Nothing to open or to answer: the person may belong to the firm no longer.</summary>
    private void WriteRelief(Letter letter, MeetingAddressee former, MeetingView meeting, MeetingCalendar calendar)
    {
        letter.Subject = letter.T[$"meeting-mail.{former.Wording}", meeting.Theirs.Names.For(letter.Language)];
        letter.Paragraph(letter.Subject);
        letter.Facts((letter.T["Time"], MeetingTime.Format(meeting.Agreed!.Value.Start, letter.Language)));
        letter.Attach(
            invitation.Write(
                calendar with
                {
                    Attendees = [new CalendarAttendee(former.User.DisplayName, former.User.Email!)],
                },
                letter.T,
                letter.Language,
                isRelief: true
            )
        );
    }
}
