using Matchmaking.Core.Common;

namespace Matchmaking.Core.Companies;

/// <summary>A person acts for one firm or one agency, with a role. Exactly one of the two ids is set.</summary>
public sealed class Membership : Entity
{
    public MembershipId Id { get; init; } = MembershipId.New();

    public required Guid UserId { get; init; }

    public CompanyId? CompanyId { get; init; }

    public AgencyId? AgencyId { get; init; }

    public MembershipRole Role { get; set; }

    public DateTime JoinedAt { get; init; }
}
