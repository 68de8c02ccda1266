using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Data;

namespace Matchmaking.Core.Matching.SavedSearches;

/// <summary>Gives it another name, or chooses how often its owner is written to.</summary>
public sealed class ChangeSavedSearch(AppDbContext db, TimeProvider clock)
{
    public async Task<Result> ExecuteAsync(
        SavedSearchId id,
        string name,
        SavedSearchAlert alert,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        if (await db.OwnSavedSearchAsync(id, actor, cancellationToken) is not { } search)
        {
            return Error.NotFound;
        }

        var changed = search.Change(name, alert, clock.GetUtcNow().UtcDateTime);
        return changed.Succeeded ? await db.SaveOrStaleAsync(cancellationToken) : changed;
    }
}
