using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Data;

namespace Matchmaking.Core.Matching.SavedSearches;

/// <summary>Takes it away; for a day it can be brought back.</summary>
public sealed class DeleteSavedSearch(AppDbContext db, TimeProvider clock)
{
    public async Task<Result<string>> ExecuteAsync(SavedSearchId id, Actor actor, CancellationToken cancellationToken)
    {
        if (await db.OwnSavedSearchAsync(id, actor, cancellationToken) is not { } search)
        {
            return Error.NotFound;
        }

        search.Delete(clock.GetUtcNow().UtcDateTime);
        var saved = await db.SaveOrStaleAsync(cancellationToken);
        return saved.Succeeded ? search.Name : Result<string>.Failure(saved.Errors);
    }
}
