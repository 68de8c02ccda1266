using Matchmaking.Core.Identity;
using Matchmaking.Core.Notifications;
using Matchmaking.Core.Outbox;
using Microsoft.AspNetCore.Identity;

namespace Matchmaking.Web.Features.Notifications;

internal sealed class PasswordResetMail(UserManager<AppUser> users, Mailer mailer) : OneMessageHandler
{
    protected override async Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        if (await users.FindByIdAsync(message.Payload) is not { } user)
        {
            return;
        }

        var token = await users.GeneratePasswordResetTokenAsync(user);
        await mailer.SendAsync(message, MailRecipient.Of(user), letter => Write(letter, user.Id, token), cancellationToken);
    }

    private static void Write(Letter letter, Guid user, string token)
    {
        letter.Subject = letter.T["Choose a new password"];
        letter
            .Paragraph(letter.T["Somebody, probably you, asked for a new password for your account at Matchmaking."])
            .Action(letter.T["Choose a new password"], "/reset-password", ("user", user.ToString("N")), ("token", token))
            .Paragraph(letter.T["The link works for one day and only once. If it was not you, your password stays as it is."]);
    }
}
