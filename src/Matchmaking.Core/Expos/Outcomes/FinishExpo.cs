using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Setup;

namespace Matchmaking.Core.Expos.Outcomes;

/// <summary>Closes a published expo: meetings are no longer moved, and what firms said of them stays as it is.</summary>
public sealed class FinishExpo(ChangeExpo change)
{
    public Task<Result> ExecuteAsync(ExpoId id, Actor actor, CancellationToken cancellationToken) =>
        change.ExecuteAsync(
            id,
            actor,
            AuditActions.ExpoFinished,
            ExpoState.Finished,
            (expo, _) => expo.Finish(),
            _ => null,
            cancellationToken
        );
}

/// <summary>Takes the closing back; nothing of the expo was lost by it.</summary>
public sealed class ReopenExpo(ChangeExpo change)
{
    public Task<Result> ExecuteAsync(ExpoId id, Actor actor, CancellationToken cancellationToken) =>
        change.ExecuteAsync(id, actor, AuditActions.ExpoReopened, settled: null, (expo, _) => expo.Reopen(), _ => null, cancellationToken);
}
