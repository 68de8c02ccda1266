using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Matching.SavedSearches;

/// <summary>Its owner looks at the answer as it is now: nothing in it is new any more.</summary>
public sealed class RunSavedSearch(AppDbContext db, AnswerLookup lookup, TimeProvider clock)
{
    public async Task<Result<RunningSearch>> ExecuteAsync(SavedSearchId id, Actor actor, CancellationToken cancellationToken)
    {
        if (await db.OwnSavedSearchAsync(id, actor, cancellationToken) is not { } search)
        {
            return Error.NotFound;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        await lookup.RefreshAsync(search, now, cancellationToken);
        search.Look(now);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // The same answer was written down at the same moment by the worker or in another window; the next look puts it right.
        }

        return new RunningSearch(search.Id, search.Kind, search.Question);
    }
}

public sealed record RunningSearch(SavedSearchId Id, SavedSearchKind Kind, SavedQuestion Question);
