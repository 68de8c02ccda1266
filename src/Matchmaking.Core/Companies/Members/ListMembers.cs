using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Companies.Members;

/// <summary>The people of the actor's firm, longest first, and who has been asked in.</summary>
public sealed class ListMembers(AppDbContext db, TimeProvider clock)
{
    public async Task<Result<MembersPage>> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (actor.CompanyId is not { } company)
        {
            return Error.NotFound;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var members = await db
            .Memberships.AsNoTracking()
            .Where(membership => membership.CompanyId == company)
            .Join(
                db.Users,
                membership => membership.UserId,
                user => user.Id,
                (membership, user) =>
                    new MemberView(
                        membership.Id,
                        user.DisplayName,
                        user.Email!,
                        membership.Role,
                        membership.JoinedAt,
                        user.Id == actor.UserId
                    )
            )
            .ToListAsync(cancellationToken);
        var invitations = await db
            .Invitations.AsNoTracking()
            .Where(item => item.CompanyId == company && item.AcceptedAt == null && item.RevokedAt == null)
            .OrderBy(item => item.SentAt)
            .Select(item => new InvitationRow(item.Id, item.Email, item.Role, item.SentAt, item.ExpiresAt, item.ExpiresAt <= now))
            .ToListAsync(cancellationToken);
        return new MembersPage([.. members.OrderBy(member => member.JoinedAt)], invitations, actor.IsOwner);
    }
}

public sealed record MembersPage(IReadOnlyList<MemberView> Members, IReadOnlyList<InvitationRow> Invitations, bool MayManage);

public sealed record MemberView(MembershipId Id, string Name, string Email, MembershipRole Role, DateTime JoinedAt, bool IsReader);

public sealed record InvitationRow(InvitationId Id, string Email, MembershipRole Role, DateTime SentAt, DateTime ExpiresAt, bool HasRunOut);
