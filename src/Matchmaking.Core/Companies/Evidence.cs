using Matchmaking.Core.Common;

namespace Matchmaking.Core.Companies;

public enum EvidenceClaim
{
    Existence,
    Representative,
    Address,
    Licence,
    Certificate,
}

public enum EvidenceRevocation
{
    /// <summary>An agency took it back.</summary>
    Agency,

    /// <summary>The firm changed what had been checked.</summary>
    ProfileChanged,
}

/// <summary>One claim about a firm that an agency has checked against a source on a day.</summary>
/// <param name="source">Where it was looked up, in the checker's words.</param>
/// <param name="checkedAt">The day of the look-up, as midnight UTC.</param>
/// <param name="expiresAt">The last day on which it counts, as midnight UTC, or null for no end.</param>
public sealed class Evidence(EvidenceClaim claim, string source, AgencyId checkedBy, DateTime checkedAt, DateTime? expiresAt)
{
    public int Id { get; private init; }

    public EvidenceClaim Claim { get; private init; } = claim;

    public string Source { get; private init; } = source;

    public AgencyId CheckedBy { get; private init; } = checkedBy;

    public DateTime CheckedAt { get; private init; } = checkedAt;

    public DateTime? ExpiresAt { get; private init; } = expiresAt;

    public DateTime? RevokedAt { get; private set; }

    public EvidenceRevocation? Revocation { get; private set; }

    public bool IsValid(DateTime now) => RevokedAt is null && (ExpiresAt is null || ExpiresAt.Value.Date >= now.Date);

    internal void Revoke(EvidenceRevocation cause, DateTime now)
    {
        RevokedAt = now;
        Revocation = cause;
    }
}
