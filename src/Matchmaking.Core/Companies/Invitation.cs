using Matchmaking.Core.Common;

namespace Matchmaking.Core.Companies;

/// <summary>A colleague asked in by mail. Only the hash of the token is kept.</summary>
public sealed class Invitation : Entity
{
    public InvitationId Id { get; init; } = InvitationId.New();

    public required CompanyId CompanyId { get; init; }

    public required string Email { get; init; }

    public required MembershipRole Role { get; init; }

    /// <summary>SHA-256 of the token in the mailed link, hexadecimal.</summary>
    public required string TokenHash { get; init; }

    public required Guid InvitedBy { get; init; }

    public required DateTime ExpiresAt { get; init; }

    public DateTime? AcceptedAt { get; private set; }

    public bool IsOpen(DateTime now) => AcceptedAt is null && ExpiresAt > now;

    public void Accept(DateTime now) => AcceptedAt = now;
}
