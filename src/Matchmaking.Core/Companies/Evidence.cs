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

/// <summary>One claim about a firm that an agency has checked against a source on a day.</summary>
/// <param name="Source">Where it was looked up, in the checker's words.</param>
public sealed record Evidence(
    EvidenceClaim Claim,
    string Source,
    AgencyId CheckedBy,
    DateTime CheckedAt,
    DateTime? ExpiresAt,
    DateTime? RevokedAt = null
)
{
    public bool IsValid(DateTime now) => RevokedAt is null && (ExpiresAt is null || ExpiresAt > now);
}
