using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Participation;
using Matchmaking.Core.Expos.Timetables;

namespace Matchmaking.Core.Expos.Reports;

/// <summary>The fairness of a draft, for the agency that organises the expo.</summary>
public sealed class ReadFairness(ReadDraft read, ListExpoFirms firms)
{
    public async Task<Result<FairnessReport>> ExecuteAsync(ExpoId id, int number, Actor actor, CancellationToken cancellationToken)
    {
        var found = await read.ExecuteAsync(id, number, actor, cancellationToken);
        return found.Succeeded
            ? FairnessReport.Of(
                found.Value,
                found.Value.Draft.Problem(found.Value.Expo, found.Value.Now),
                (await firms.ExecuteAsync(id, actor, cancellationToken)).Firms
            )
            : Error.NotFound;
    }
}
