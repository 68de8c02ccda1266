using Matchmaking.Core.Expos.Programme;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Language;
using Matchmaking.Core.Outbox;
using Matchmaking.Web.Features.Notifications;
using Matchmaking.Web.Localization;

namespace Matchmaking.Web.Features.Expos.Programme;

/// <summary>Brings the organiser's answer to everybody who acts for the firm that asked for a change, with the plan that came of it.</summary>
internal sealed class SettledChangeMail(ReadSettledChange read, ProgrammeCalendar calendar, FirmMailer mailer) : OneMessageHandler
{
    protected override async Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var (id, company, round) = ProgrammeEvents.Read(message.Payload);
        var settled = await read.ExecuteAsync(id, company, round, cancellationToken);
        if (settled is not null)
        {
            await mailer.SendAsync(message, company, letter => Write(letter, settled), cancellationToken);
        }
    }

    private void Write(Letter letter, SettledChange settled)
    {
        var told = settled.Told;
        var reader = ProgrammeReader.Of(told, letter.Language);
        letter.Subject = letter.T["Answer to your request: {0}", told.Profile.Names.For(letter.Language)];
        letter.Paragraph(
            letter.T["The organiser has dealt with what your firm asked for: {0}", letter.T[$"change-reason.{settled.Reason}"]]
        );
        letter.Quote(settled.Text, LanguageDetector.Detect(settled.Text));
        if (settled.Reply.Length > 0)
        {
            letter.Paragraph(letter.T["The organiser writes:"]);
            letter.Quote(settled.Reply, LanguageDetector.Detect(settled.Reply));
        }

        if (told.Round > 0)
        {
            letter.Paragraph(letter.T["Some meetings of your firm have changed. The calendar file brings your calendar up to date."]);
            letter.Meetings(told.Changes, reader);
            letter.Attach(calendar.Write(told.Rows, reader, letter.T));
        }
        else if (told.Planned.Count > 0)
        {
            letter.Paragraph(
                letter.T["These are your meetings as they stand now. Please confirm the programme, or say what still does not fit."]
            );
            letter.Meetings(told.Planned, reader);
        }

        letter.Action(letter.T["Open my programme"], $"/expos/{told.Expo}/programme");
    }
}
