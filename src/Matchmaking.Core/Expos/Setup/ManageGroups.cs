using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;

namespace Matchmaking.Core.Expos.Setup;

public sealed class AddGroup(ChangeExpo change)
{
    public Task<Result> ExecuteAsync(ExpoId id, string name, Actor actor, CancellationToken cancellationToken) =>
        change.ExecuteAsync(id, actor, AuditActions.ExpoGroupAdded, (expo, _) => expo.AddGroup(name), _ => name.Trim(), cancellationToken);
}

public sealed class SetGroupMeetings(ChangeExpo change)
{
    /// <param name="pairs">Of groups that meet, in either order; all others do not.</param>
    public Task<Result> ExecuteAsync(
        ExpoId id,
        IReadOnlySet<(Guid One, Guid Other)> pairs,
        Actor actor,
        CancellationToken cancellationToken
    ) =>
        change.ExecuteAsync(
            id,
            actor,
            AuditActions.ExpoGroupsChanged,
            (expo, _) =>
            {
                expo.SetMeetings(pairs);
                return Result.Success;
            },
            _ => null,
            cancellationToken
        );
}

/// <summary>How many meetings one firm has, and where.</summary>
public sealed class ChangeFirm(ChangeExpo change)
{
    public Task<Result> ExecuteAsync(ExpoId id, Guid firm, FirmSettings settings, Actor actor, CancellationToken cancellationToken) =>
        change.ExecuteAsync(
            id,
            actor,
            AuditActions.ExpoFirmChanged,
            (expo, _) => expo.ChangeFirm(firm, settings),
            _ => null,
            cancellationToken
        );
}

public sealed class PutFirmsIntoGroup(ChangeExpo change)
{
    /// <param name="firms">Ids of <see cref="ExpoFirm"/>s.</param>
    /// <param name="group">Null for the group of each one's country.</param>
    public Task<Result> ExecuteAsync(ExpoId id, IReadOnlySet<Guid> firms, Guid? group, Actor actor, CancellationToken cancellationToken) =>
        change.ExecuteAsync(
            id,
            actor,
            AuditActions.ExpoGroupsChanged,
            (expo, _) => expo.PutIntoGroup(firms, group),
            expo => expo.Groups.FirstOrDefault(item => item.Id == group)?.Name,
            cancellationToken
        );
}
