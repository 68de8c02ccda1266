namespace Matchmaking.Core.Common;

public enum MembershipRole
{
    Member,

    /// <summary>May also edit the profile, invite and remove people.</summary>
    Owner,
}

/// <summary>Who asks: a person, and the firm or agency that the person acts for at this moment.</summary>
public sealed record Actor(
    Guid UserId,
    string Name,
    MembershipRole Role,
    CompanyId? CompanyId,
    AgencyId? AgencyId,
    bool IsAdministrator = false
)
{
    public bool IsOwner => Role == MembershipRole.Owner;

    public bool ActsFor(CompanyId company) => CompanyId == company;
}
