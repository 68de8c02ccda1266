using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Programme;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Outbox;
using Matchmaking.Web.Features.Notifications;
using Matchmaking.Web.Localization;

namespace Matchmaking.Web.Features.Expos.Programme;

/// <summary>
/// Asks everybody who acts for a firm to look at its preliminary plan, and tells them the published one and what becomes of it.
/// </summary>
internal sealed class ProgrammeMail(ReadToldRound read, ProgrammeCalendar calendar, FirmMailer mailer) : OneMessageHandler
{
    protected override async Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var (id, company, round) = ProgrammeEvents.Read(message.Payload);
        var told = await read.ExecuteAsync(id, company, round, cancellationToken);
        if (told is null)
        {
            return;
        }

        var isAgain = message.Kind == ProgrammeEvents.Changed;
        await mailer.SendAsync(message, company, letter => Write(letter, told, isAgain), cancellationToken);
    }

    private void Write(Letter letter, ToldRound told, bool isAgain)
    {
        var expo = told.Profile.Names.For(letter.Language);
        var reader = ProgrammeReader.Of(told, letter.Language);
        if (told.Round == 0)
        {
            letter.Subject = letter.T["Please look at your programme: {0}", expo];
            letter.Paragraph(
                isAgain
                    ? letter.T[
                        "The preliminary programme of your firm has changed. Please confirm it as it is now, or say what does not fit."
                    ]
                    : letter.T[
                        "The preliminary programme of your firm is there. Please confirm it, or say what does not fit; it is not final yet."
                    ]
            );
            letter.Meetings(told.Planned, reader);
        }
        else if (told.Round == 1)
        {
            letter.Subject = letter.T["Your programme: {0}", expo];
            letter.Paragraph(
                told.Planned.Count == 0
                    ? letter.T["The programme is published. No meeting could be planned for your firm."]
                    : letter.T["The programme is published. These are the meetings of your firm; the calendar file holds them too."]
            );
            letter.Meetings(told.Planned, reader);
        }
        else
        {
            letter.Subject = letter.T["Your programme has changed: {0}", expo];
            letter.Paragraph(letter.T["Some meetings of your firm have changed. The calendar file brings your calendar up to date."]);
            letter.Meetings(told.Changes, reader);
        }

        if (told.Attends)
        {
            letter.Action(letter.T["Open my programme"], $"/expos/{told.Expo}/programme");
        }

        if (told.Rows.Count > 0)
        {
            letter.Attach(calendar.Write(told.Rows, reader, letter.T));
        }
    }
}
