namespace Matchmaking.Core.Notifications;

/// <summary>Hands a finished mail over: to a folder or to a mail server.</summary>
public interface IMailSender
{
    /// <summary>Throws when the mail could not be handed over. The same mail may come again; it then has the same identity.</summary>
    Task SendAsync(MailMessage message, CancellationToken cancellationToken);
}
