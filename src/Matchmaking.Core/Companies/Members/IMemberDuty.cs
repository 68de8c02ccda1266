using Matchmaking.Core.Common;

namespace Matchmaking.Core.Companies.Members;

/// <summary>What people do for their firm in a feature that firms know nothing of, and that others take over when somebody goes.</summary>
public interface IMemberDuty
{
    /// <summary>Hands all of it over within the caller's unit of work.</summary>
    /// <returns>A failure when something can be handed to nobody: the person stays until it is settled.</returns>
    Task<Result> HandOverAsync(Membership leaving, Actor actor, CancellationToken cancellationToken);
}
