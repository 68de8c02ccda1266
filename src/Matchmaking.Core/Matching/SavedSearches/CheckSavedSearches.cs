using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Matchmaking.Core.Matching.SavedSearches;

/// <summary>Looks up again what was last looked up hours ago, and forgets what was deleted for good.</summary>
public sealed class CheckSavedSearches(IServiceScopeFactory scopes, TimeProvider clock, ILogger<CheckSavedSearches> logger)
{
    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        foreach (var id in await DueAsync(cancellationToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
            if (await db.LiveSavedSearches().SingleOrDefaultAsync(search => search.Id == id, cancellationToken) is not { } search)
            {
                continue;
            }

            try
            {
                await scope
                    .ServiceProvider.GetRequiredService<AnswerLookup>()
                    .RefreshAsync(search, clock.GetUtcNow().UtcDateTime, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException)
            {
                // Its owner is at work on it: the next round looks again.
            }
            catch (InvalidOperationException exception)
            {
                // The others do not wait for one that the engine cannot answer.
                logger.LogError(exception, "The saved search {Search} could not be looked up.", id);
            }
        }
    }

    private async Task<IReadOnlyList<SavedSearchId>> DueAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var now = clock.GetUtcNow().UtcDateTime;
        var (stale, forgotten) = (now - SavedSearchLimits.Fresh, now - SavedSearchLimits.Undo);
        await db.Set<SavedSearch>().Where(search => search.DeletedAt <= forgotten).ExecuteDeleteAsync(cancellationToken);
        return await db.LiveSavedSearches()
            .Where(search => search.CheckedAt == null || search.CheckedAt <= stale)
            // Never looked up comes first; by itself a null stands first in one database and last in another.
            .OrderBy(search => search.CheckedAt != null)
            .ThenBy(search => search.CheckedAt)
            .Select(search => search.Id)
            .ToListAsync(cancellationToken);
    }
}
