using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Matching.SavedSearches;

/// <summary>Brings back what was deleted a moment ago.</summary>
public sealed class RestoreSavedSearch(AppDbContext db)
{
    public async Task<Result> ExecuteAsync(SavedSearchId id, Actor actor, CancellationToken cancellationToken)
    {
        if (await db.Set<SavedSearch>().OwnedBy(actor).SingleOrDefaultAsync(search => search.Id == id, cancellationToken) is not { } search)
        {
            return Error.NotFound;
        }

        if (search.DeletedAt is null)
        {
            return Result.Success;
        }

        if (await db.IsFullAsync(actor, cancellationToken))
        {
            return SavedSearchErrors.TooMany;
        }

        search.Restore();
        return await db.SaveOrStaleAsync(cancellationToken);
    }
}
