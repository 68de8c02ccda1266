using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Outcomes;
using Matchmaking.Core.Outbox;
using Matchmaking.Web.Features.Notifications;
using Matchmaking.Web.Localization;

namespace Matchmaking.Web.Features.Expos.Outcomes;

/// <summary>Asks everybody who acts for a firm what came of those meetings of which it has said nothing.</summary>
internal sealed class OutcomeReminderMail(ReadReminder read, FirmMailer mailer) : OneMessageHandler
{
    protected override async Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var (id, company) = OutcomeEvents.Read(message.Payload);
        if (await read.ExecuteAsync(id, company, cancellationToken) is not { } reminder)
        {
            return;
        }

        await mailer.SendAsync(message, company, letter => Write(letter, id, company, reminder), cancellationToken);
    }

    private static void Write(Letter letter, ExpoId id, CompanyId firm, OutcomeReminder reminder)
    {
        letter.Subject = letter.T["What came of your meetings? {0}", reminder.Profile.Names.For(letter.Language)];
        letter.Paragraph(
            letter.T["Please say of each of these meetings what came of it. A click is enough; the other firm does not see your answer."]
        );
        letter.Facts([
            .. reminder.Meetings.Select(meeting =>
                (MeetingTime.Format(meeting.Start, letter.Language), reminder.Names[meeting.Beside(firm)].For(letter.Language))
            ),
        ]);
        letter.Action(letter.T["Say what came of them"], $"/expos/{id}/outcomes");
    }
}
