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
    MeetingInvitation invitation,
    Mailer mailer
) : IOutboxHandler
{
    public async Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var (id, number) = MeetingEvents.Read(message.Payload);
        var meeting = await db.MeetingRequests.AsNoTracking().AsSplitQuery().SingleAsync(meeting => meeting.Id == id, cancellationToken);
        var step = await db
            .MeetingSteps.AsNoTracking()
            .SingleAsync(step => step.MeetingRequestId == id && step.Number == number, cancellationToken);
        foreach (var (user, company) in await RecipientsAsync(meeting, step, cancellationToken))
        {
            var actor = new Actor(user.Id, user.DisplayName, MembershipRole.Member, company, AgencyId: null);
            var view = (await show.ExecuteAsync(id, actor, cancellationToken)).Value;
            var calendar =
                ChangesCalendar(step.Kind) && view.HasCalendar ? await readCalendar.ExecuteAsync(id, actor, cancellationToken) : null;
            await mailer.SendAsync(
                message,
                MailRecipient.Of(user),
                letter => Write(letter, view, step, calendar?.Value),
                cancellationToken
            );
        }
    }

    private static bool ChangesCalendar(MeetingStepKind kind) =>
        kind
            is MeetingStepKind.Accepted
                or MeetingStepKind.Merged
                or MeetingStepKind.TimeAgreed
                or MeetingStepKind.Moved
                or MeetingStepKind.Delegated
                or MeetingStepKind.Cancelled;

    private async Task<IReadOnlyList<(AppUser User, CompanyId Company)>> RecipientsAsync(
        MeetingRequest meeting,
        MeetingStep step,
        CancellationToken cancellationToken
    )
    {
        var recipients = new List<(AppUser, CompanyId)>();
        foreach (var side in new[] { MeetingSide.Asking, MeetingSide.Asked })
        {
            if (side == step.Side && !ChangesCalendar(step.Kind))
            {
                continue;
            }

            var company = side == MeetingSide.Asking ? meeting.AskingCompanyId : meeting.AskedCompanyId;
            var person = meeting.PersonOf(side);
            // Nobody of the asked firm has taken the request up yet: its owners decide who does.
            var users = await db
                .Memberships.AsNoTracking()
                .Where(member => member.CompanyId == company)
                .Where(member => person == null ? member.Role == MembershipRole.Owner : member.UserId == person)
                .Join(db.Users, member => member.UserId, user => user.Id, (_, user) => user)
                .ToListAsync(cancellationToken);
            recipients.AddRange(users.Where(user => user.Email is not null).Select(user => (user, company)));
        }

        return recipients;
    }

    private void Write(Letter letter, MeetingView meeting, MeetingStep step, MeetingCalendar? calendar)
    {
        var theirs = meeting.Theirs.Names.For(letter.Language);
        letter.Subject = letter.T[$"meeting-mail.{step.Kind}", theirs];
        letter.Paragraph(letter.T[$"meeting-mail.{step.Kind}", theirs]);
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
}
