using System.Text.Encodings.Web;
using Matchmaking.Core.Notifications;
using Matchmaking.Core.Outbox;
using Matchmaking.Web.Hosting;
using Matchmaking.Web.Localization;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Notifications;

/// <summary>Has a letter written in the recipient's language and sends it. <see cref="ConfirmationMail"/> shows the use.</summary>
internal sealed class Mailer(IMailSender sender, IStringLocalizer<Texts> texts, SiteAddress site, HtmlEncoder encoder)
{
    public Task SendAsync(OutboxMessage cause, MailRecipient to, Action<Letter> write, CancellationToken cancellationToken) =>
        sender.SendAsync(Compose(cause.Id, to, write), cancellationToken);

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
