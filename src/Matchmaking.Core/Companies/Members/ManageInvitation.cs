using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Companies.Members;

/// <summary>Sends the mail again, with a link of its own and seven days from now.</summary>
public sealed class ResendInvitation(AppDbContext db, OutboxWriter outbox, TimeProvider clock)
{
    public async Task<Result> ExecuteAsync(InvitationId id, Actor actor, CancellationToken cancellationToken)
    {
        if (await db.OwnInvitationAsync(id, actor, cancellationToken) is not { } invitation)
        {
            return Error.NotFound;
        }

        var sent = invitation.Resend(clock.GetUtcNow().UtcDateTime);
        if (sent.Succeeded)
        {
            outbox.Add(InvitationEvents.OfSending(id));
        }

        return sent.Succeeded ? await db.SaveOrStaleAsync(cancellationToken) : sent;
    }
}

/// <summary>Ends the link of an invitation that nobody has accepted.</summary>
public sealed class RevokeInvitation(AppDbContext db, TimeProvider clock)
{
    public async Task<Result> ExecuteAsync(InvitationId id, Actor actor, CancellationToken cancellationToken)
    {
        if (await db.OwnInvitationAsync(id, actor, cancellationToken) is not { } invitation)
        {
            return Error.NotFound;
        }

        var revoked = invitation.Revoke(clock.GetUtcNow().UtcDateTime);
        return revoked.Succeeded ? await db.SaveOrStaleAsync(cancellationToken) : revoked;
    }
}

internal static class OwnInvitations
{
    /// <summary>Null when the actor does not own the firm that invited.</summary>
    public static Task<Invitation?> OwnInvitationAsync(
        this AppDbContext db,
        InvitationId id,
        Actor actor,
        CancellationToken cancellationToken
    ) =>
        actor is { CompanyId: { } company, IsOwner: true }
            ? db.Invitations.SingleOrDefaultAsync(item => item.Id == id && item.CompanyId == company, cancellationToken)
            : Task.FromResult<Invitation?>(null);
}
