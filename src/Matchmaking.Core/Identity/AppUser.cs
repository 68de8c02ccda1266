using Matchmaking.Core.Common;
using Microsoft.AspNetCore.Identity;

namespace Matchmaking.Core.Identity;

/// <summary>A person who signs in. What the person may do stands in memberships, since people act for a firm or an agency.</summary>
public sealed class AppUser : IdentityUser<Guid>
{
    public required string DisplayName { get; set; }

    public LanguageCode Language { get; set; }

    /// <summary>The membership chosen last by somebody who has several.</summary>
    public MembershipId? ActingAs { get; set; }

    /// <summary>Runs the platform: outbox, index, agencies.</summary>
    public bool IsAdministrator { get; set; }

    public DateTime CreatedAt { get; init; }
}
