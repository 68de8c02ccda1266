using Matchmaking.Core.Common;
using Matchmaking.Core.Companies.Members;
using Matchmaking.Core.Notifications;
using Matchmaking.Core.Outbox;

namespace Matchmaking.Web.Features.Notifications;

/// <summary>Asks a colleague into a firm. The token is made here; the database keeps its hash.</summary>
internal sealed class InvitationMail(IssueInvitation issue, Mailer mailer) : OneMessageHandler
{
    protected override async Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        _ = InvitationId.TryParse(message.Payload, null, out var id);
        if (await issue.ExecuteAsync(id, cancellationToken) is { } invitation)
        {
            var recipient = new MailRecipient(invitation.Email, invitation.Email, invitation.Language);
            await mailer.SendAsync(message, recipient, letter => Write(letter, invitation), cancellationToken);
        }
    }

    private static void Write(Letter letter, IssuedInvitation invitation)
    {
        var firm = invitation.Company.For(letter.Language);
        letter.Subject = letter.T["Act for {0} at Matchmaking", firm];
        letter
            .Paragraph(
                letter.T[
                    "{0} invites you to act for {1}: to write its offers and needs and to arrange its meetings.",
                    invitation.InviterName,
                    firm
                ]
            )
            .Action(letter.T["See the invitation"], $"/invitations/{invitation.Token}")
            .Paragraph(letter.T["The link works for seven days. If you do not know the sender, you need not do anything."]);
    }
}
