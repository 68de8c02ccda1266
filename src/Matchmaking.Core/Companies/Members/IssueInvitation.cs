using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Companies.Members;

/// <summary>What the mail of an invitation says, with a fresh token. Asked again, the token before ends: a repeated mail is the one that counts.</summary>
public sealed class IssueInvitation(AppDbContext db, TimeProvider clock)
{
    /// <returns>Null when the invitation is no longer open.</returns>
    public async Task<IssuedInvitation?> ExecuteAsync(InvitationId id, CancellationToken cancellationToken)
    {
        var invitation = await db.Invitations.AsNoTracking().SingleOrDefaultAsync(item => item.Id == id, cancellationToken);
        if (invitation is null || !invitation.IsOpen(clock.GetUtcNow().UtcDateTime))
        {
            return null;
        }

        var company = await db.Companies.AsNoTracking().SingleAsync(company => company.Id == invitation.CompanyId, cancellationToken);
        var inviter = await db
            .Users.Where(user => user.Id == invitation.InvitedBy)
            .Select(user => user.DisplayName)
            .SingleOrDefaultAsync(cancellationToken);
        var normalized = invitation.Email.ToUpperInvariant();
        var reader = await db
            .Users.Where(user => user.NormalizedEmail == normalized)
            .Select(user => (LanguageCode?)user.Language)
            .SingleOrDefaultAsync(cancellationToken);
        var token = InvitationToken.New();
        var hash = InvitationToken.Hash(token);
        await db
            .Invitations.Where(item => item.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(item => item.TokenHash, hash), cancellationToken);
        return new IssuedInvitation(
            invitation.Email,
            token,
            company.Profile.Names,
            inviter ?? string.Empty,
            reader ?? company.Country.Language()
        );
    }
}

/// <param name="Language">The reader's own when there is an account, else the firm's.</param>
public sealed record IssuedInvitation(string Email, string Token, LocalizedText Company, string InviterName, LanguageCode Language);
