using MailKit.Net.Smtp;
using Matchmaking.Core.Notifications;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Matchmaking.Web.Features.Notifications;

/// <summary>Hands each mail to a mail server, over a connection of its own: mails are few, and the outbox repeats what fails.</summary>
internal sealed class SmtpMailSender(IOptions<MailOptions> mail, IOptions<SmtpOptions> options, TimeProvider clock) : IMailSender
{
    public async Task SendAsync(MailMessage message, CancellationToken cancellationToken)
    {
        var mime = MimeMessages.Create(message, new MailboxAddress("Matchmaking", mail.Value.From), clock.GetUtcNow());
        var server = options.Value;
        using var client = new SmtpClient();
        client.Timeout = server.TimeoutSeconds * 1000;
        await client.ConnectAsync(server.Host!, server.Port, server.Security, cancellationToken);
        if (!string.IsNullOrEmpty(server.UserName))
        {
            await client.AuthenticateAsync(server.UserName, server.Password ?? string.Empty, cancellationToken);
        }

        await client.SendAsync(mime, cancellationToken);
        await client.DisconnectAsync(quit: true, cancellationToken);
    }
}
