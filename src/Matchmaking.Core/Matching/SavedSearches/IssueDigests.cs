using Matchmaking.Core.Data;
using Matchmaking.Core.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Matchmaking.Core.Matching.SavedSearches;

/// <summary>Once a morning: one digest a person for all the saved searches whose turn it is, and none where nothing is new.</summary>
public sealed class IssueDigests(IServiceScopeFactory scopes, TimeProvider clock)
{
    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var person in await DueAsync(now, cancellationToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            await IssueAsync(scope.ServiceProvider, person, now, cancellationToken);
        }
    }

    private static async Task IssueAsync(IServiceProvider services, Guid person, DateTime now, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<AppDbContext>();
        var due = Due(db, now).Where(search => search.UserId == person);
        var finds = await db.NewFinds(due).Where(find => find.DigestId == null).ToListAsync(cancellationToken);
        foreach (var search in await due.ToListAsync(cancellationToken))
        {
            search.PassDigest(now);
        }

        if (finds.Count > 0)
        {
            var digest = Guid.CreateVersion7();
            finds.ForEach(find => find.DigestId = digest);
            services.GetRequiredService<OutboxWriter>().Add(SavedSearchEvents.OfDigest(digest));
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Its owner is at work on one of them: the digest goes out in the next round.
        }
    }

    private async Task<IReadOnlyList<Guid>> DueAsync(DateTime now, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await Due(scope.ServiceProvider.GetRequiredService<AppDbContext>(), now)
            .Select(search => search.UserId)
            .Distinct()
            .ToListAsync(cancellationToken);
    }

    private static IQueryable<SavedSearch> Due(AppDbContext db, DateTime now)
    {
        var (morning, monday) = (DigestTimes.LastMorning(now), DigestTimes.LastMonday(now));
        return db.LiveSavedSearches()
            .Where(search =>
                (search.Alert == SavedSearchAlert.Daily && search.DigestedAt < morning)
                || (search.Alert == SavedSearchAlert.Weekly && search.DigestedAt < monday)
            );
    }
}
