using System.Net.Mail;
using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Companies.Members;

public sealed class InviteColleague(AppDbContext db, OutboxWriter outbox, TimeProvider clock)
{
    /// <summary>Waiting at one time: more than a sales office has people, too few to spread mails with.</summary>
    private const int WaitingLimit = 30;

    /// <summary>Whoever takes invitations back gets no more mails out of them.</summary>
    private const int DayLimit = 60;

    public async Task<Result> ExecuteAsync(string email, MembershipRole role, Actor actor, CancellationToken cancellationToken)
    {
        if (actor.CompanyId is not { } company || !actor.IsOwner)
        {
            return Error.NotFound;
        }

        email = email.Trim();
        if (!MailAddress.TryCreate(email, out var address) || address.Address != email || email.Length > CompanyLimits.Email)
        {
            return InvitationErrors.Email;
        }

        var normalized = email.ToUpperInvariant();
        var isMember = await db
            .Memberships.Where(membership => membership.CompanyId == company)
            .Join(db.Users, membership => membership.UserId, user => user.Id, (_, user) => user.NormalizedEmail)
            .AnyAsync(known => known == normalized, cancellationToken);
        if (isMember)
        {
            return InvitationErrors.AlreadyMember;
        }

        var pending = await db
            .Invitations.Where(item => item.CompanyId == company && item.AcceptedAt == null && item.RevokedAt == null)
            .Select(item => item.Email)
            .ToListAsync(cancellationToken);
        if (pending.Contains(email, StringComparer.OrdinalIgnoreCase))
        {
            return InvitationErrors.AlreadyInvited;
        }

        if (pending.Count >= WaitingLimit)
        {
            return InvitationErrors.TooMany;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var since = now - TimeSpan.FromDays(1);
        if (await db.Invitations.CountAsync(item => item.CompanyId == company && item.SentAt > since, cancellationToken) >= DayLimit)
        {
            return InvitationErrors.DayLimit(DayLimit);
        }

        var invitation = Invitation.Create(company, email, role, actor.UserId, now);
        db.Invitations.Add(invitation);
        outbox.Add(InvitationEvents.OfSending(invitation.Id));
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
