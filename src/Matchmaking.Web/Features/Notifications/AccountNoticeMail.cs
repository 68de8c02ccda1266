using Matchmaking.Core.Identity;
using Matchmaking.Core.Notifications;
using Matchmaking.Core.Outbox;
using Microsoft.AspNetCore.Identity;

namespace Matchmaking.Web.Features.Notifications;

/// <summary>Tells people what happened to their account, so that they notice what was not their own doing.</summary>
internal sealed class AccountNoticeMail(UserManager<AppUser> users, Mailer mailer) : OneMessageHandler
{
    protected override async Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        if (await users.FindByIdAsync(message.Payload) is { } user)
        {
            await mailer.SendAsync(message, MailRecipient.Of(user), letter => Write(letter, message.Kind), cancellationToken);
        }
    }

    private static void Write(Letter letter, string kind)
    {
        switch (kind)
        {
            case IdentityEvents.RegisteredAgain:
                letter.Subject = letter.T["You already have an account"];
                letter
                    .Paragraph(
                        letter.T[
                            "Somebody, probably you, tried to register with this address. It already has an account; nothing was changed."
                        ]
                    )
                    .Action(letter.T["Sign in"], "/sign-in")
                    .Paragraph(letter.T["If you have forgotten the password, you can choose a new one on the sign-in page."]);
                break;
            case IdentityEvents.PasswordChanged:
                letter.Subject = letter.T["Your password was changed"];
                letter
                    .Paragraph(letter.T["The password of your account at Matchmaking was changed, and all other devices were signed out."])
                    .Paragraph(letter.T["If it was not you, choose a new password at once:"])
                    .Action(letter.T["Choose a new password"], "/forgotten-password");
                break;
            case IdentityEvents.PasskeyAdded:
                letter.Subject = letter.T["A passkey was added to your account"];
                letter
                    .Paragraph(letter.T["Whoever holds it can sign in to your account at Matchmaking without the password."])
                    .Paragraph(letter.T["If it was not you, remove it and choose a new password at once:"])
                    .Action(letter.T["Passkeys of the account"], "/account/security");
                break;
            default:
                throw new NotSupportedException(kind);
        }
    }
}
