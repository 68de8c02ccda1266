using Matchmaking.Core.Identity;
using Matchmaking.Core.Notifications;
using Matchmaking.Core.Outbox;
using Microsoft.AspNetCore.Identity;

namespace Matchmaking.Web.Features.Notifications;

/// <summary>Asks somebody who registered whether the address is theirs. The token is made here and stored nowhere.</summary>
internal sealed class ConfirmationMail(UserManager<AppUser> users, Mailer mailer) : OneMessageHandler
{
    protected override async Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        if (await users.FindByIdAsync(message.Payload) is not { EmailConfirmed: false } user)
        {
            return;
        }

        var token = await users.GenerateEmailConfirmationTokenAsync(user);
        await mailer.SendAsync(message, MailRecipient.Of(user), letter => Write(letter, user.Id, token), cancellationToken);
    }

    private static void Write(Letter letter, Guid user, string token)
    {
        letter.Subject = letter.T["Confirm your mail address"];
        letter
            .Paragraph(letter.T["You registered at Matchmaking with this address. Please confirm that it is yours."])
            .Action(letter.T["Confirm the address"], "/confirm", ("user", user.ToString("N")), ("token", token))
            .Paragraph(letter.T["The link works for one day. If you did not register, you need not do anything."]);
    }
}
