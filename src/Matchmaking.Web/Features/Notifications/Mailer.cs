using System.Diagnostics.Metrics;
using System.Text.Encodings.Web;
using Matchmaking.Core.Common;
using Matchmaking.Core.Notifications;
using Matchmaking.Core.Outbox;
using Matchmaking.Web.Hosting;
using Matchmaking.Web.Localization;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Notifications;

/// <summary>Has a letter written in the recipient's language and sends it. <see cref="ConfirmationMail"/> shows the use.</summary>
internal sealed class Mailer(IMailSender sender, IStringLocalizer<Texts> texts, SiteAddress site, HtmlEncoder encoder)
{
    private static readonly Counter<long> Mails = Telemetry.Meter.CreateCounter<long>(
        "matchmaking.mails",
        "{mail}",
        "Mails that the mail server took, and those that it did not"
    );

    public async Task SendAsync(OutboxMessage cause, MailRecipient to, Action<Letter> write, CancellationToken cancellationToken)
    {
        var mail = Compose(cause.Id, to, write);
        var result = "failed";
        try
        {
            await sender.SendAsync(mail, cancellationToken);
            result = "sent";
        }
        finally
        {
            Mails.Add(1, KeyValuePair.Create<string, object?>("result", result));
        }
    }

    private MailMessage Compose(Guid id, MailRecipient to, Action<Letter> write)
    {
        using var scope = new LanguageScope(to.Language);
        var letter = new Letter(texts, site, to);
        write(letter);
        return new MailMessage(id, to, letter.Subject, LetterLayout.Text(letter, site), LetterLayout.Html(letter, site, encoder))
        {
            Attachments = letter.Attachments,
        };
    }
}
