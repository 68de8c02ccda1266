using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Companies.Members;

/// <summary>What stands behind a mailed link. The link is the right: it may be opened before signing in.</summary>
public sealed class ReadInvitation(AppDbContext db, TimeProvider clock)
{
    public async Task<Result<InvitationView>> ExecuteAsync(string token, CancellationToken cancellationToken)
    {
        var hash = InvitationToken.Hash(token);
        var invitation = await db.Invitations.AsNoTracking().SingleOrDefaultAsync(item => item.TokenHash == hash, cancellationToken);
        if (invitation is null)
        {
            return Error.NotFound;
        }

        var company = await db.Companies.AsNoTracking().SingleAsync(company => company.Id == invitation.CompanyId, cancellationToken);
        return new InvitationView(
            company.Id,
            company.Profile.Names,
            invitation.Role,
            invitation.ExpiresAt,
            invitation.IsOpen(clock.GetUtcNow().UtcDateTime)
        );
    }
}

public sealed record InvitationView(CompanyId CompanyId, LocalizedText Company, MembershipRole Role, DateTime ExpiresAt, bool IsOpen);

/// <summary>Whoever has the link joins the firm with any account, and acts for it from now on.</summary>
public sealed class AcceptInvitation(AppDbContext db, TimeProvider clock)
{
    public async Task<Result<CompanyId>> ExecuteAsync(string token, Actor actor, CancellationToken cancellationToken)
    {
        var hash = InvitationToken.Hash(token);
        var invitation = await db.Invitations.SingleOrDefaultAsync(item => item.TokenHash == hash, cancellationToken);
        if (invitation is null)
        {
            return Error.NotFound;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var accepted = invitation.Accept(now);
        if (!accepted.Succeeded)
        {
            return Result<CompanyId>.Failure(accepted.Errors);
        }

        var membership = await db.Memberships.SingleOrDefaultAsync(
            item => item.UserId == actor.UserId && item.CompanyId == invitation.CompanyId,
            cancellationToken
        );
        if (membership is not null)
        {
            return InvitationErrors.AlreadyMember;
        }

        membership = new Membership
        {
            UserId = actor.UserId,
            CompanyId = invitation.CompanyId,
            Role = invitation.Role,
            JoinedAt = now,
        };
        db.Memberships.Add(membership);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return InvitationErrors.Over;
        }
        catch (DbUpdateException exception) when (UniqueViolation.Caused(exception))
        {
            return InvitationErrors.AlreadyMember;
        }

        await db.ActAsAsync(actor.UserId, membership.Id, cancellationToken);
        return invitation.CompanyId;
    }
}
