using Matchmaking.Core.Common;

namespace Matchmaking.Core.Companies.Members;

/// <summary>A colleague asked in by mail. The token in the mailed link is made when the mail is written; only its hash is kept.</summary>
public sealed class Invitation : Entity
{
    public static readonly TimeSpan Open = TimeSpan.FromDays(7);

    /// <summary>Before it the mail is not sent again: it may be on its way, and nobody is to be flooded.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromHours(1);

    private Invitation() { }

    public InvitationId Id { get; private init; }

    public CompanyId CompanyId { get; private init; }

    public string Email { get; private init; } = string.Empty;

    public MembershipRole Role { get; private init; }

    public Guid InvitedBy { get; private init; }

    /// <summary>SHA-256 of the token, hexadecimal; null until the mail is written.</summary>
    public string? TokenHash { get; private set; }

    public DateTime SentAt { get; private set; }

    public DateTime ExpiresAt { get; private set; }

    public DateTime? AcceptedAt { get; private set; }

    public DateTime? RevokedAt { get; private set; }

    public static Invitation Create(CompanyId company, string email, MembershipRole role, Guid invitedBy, DateTime now) =>
        new()
        {
            Id = InvitationId.New(),
            CompanyId = company,
            Email = email,
            Role = role,
            InvitedBy = invitedBy,
            SentAt = now,
            ExpiresAt = now + Open,
        };

    public bool IsOpen(DateTime now) => IsPending && ExpiresAt > now;

    /// <summary>Neither accepted nor taken back; the time may have run out.</summary>
    public bool IsPending => AcceptedAt is null && RevokedAt is null;

    /// <summary>Another mail with another link; the first link ends.</summary>
    public Result Resend(DateTime now)
    {
        if (!IsPending)
        {
            return InvitationErrors.Over;
        }

        if (now < SentAt + Rest)
        {
            return InvitationErrors.JustSent(Rest.TotalMinutes);
        }

        TokenHash = null;
        SentAt = now;
        ExpiresAt = now + Open;
        return Result.Success;
    }

    public Result Revoke(DateTime now)
    {
        if (!IsPending)
        {
            return InvitationErrors.Over;
        }

        RevokedAt = now;
        return Result.Success;
    }

    public Result Accept(DateTime now)
    {
        if (!IsOpen(now))
        {
            return InvitationErrors.Over;
        }

        AcceptedAt = now;
        return Result.Success;
    }
}
