using Matchmaking.Core.Companies;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Matchmaking.Core.Listings;

/// <summary>Takes what is past its last day out of public view.</summary>
public sealed class ExpireListings(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <returns>How many listings have expired.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var expired = 0;
        foreach (var due in (await DueAsync(now, cancellationToken)).GroupBy(listing => listing.CompanyId, listing => listing.Id))
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
            var ids = due.ToList();
            var listings = await db.Listings.Where(listing => ids.Contains(listing.Id)).ToListAsync(cancellationToken);
            var count = listings.Count(listing => listing.Expire(now).Succeeded);
            try
            {
                await scope.ServiceProvider.GetRequiredService<SaveIndexedChange>().ExecuteAsync(due.Key, cancellationToken);
                expired += count;
            }
            catch (DbUpdateConcurrencyException)
            {
                // The firm or an agency is at work on one of them: all of this firm's wait for the next round.
            }
        }

        return expired;
    }

    private async Task<IReadOnlyList<DueListing>> DueAsync(DateTime now, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var today = ListingContent.Today(now);
        return await scope
            .ServiceProvider.GetRequiredService<AppDbContext>()
            .Listings.Where(listing => listing.State == ListingState.Published && listing.Content.ValidUntil < today)
            .Select(listing => new DueListing(listing.CompanyId, listing.Id))
            .ToListAsync(cancellationToken);
    }

    private sealed record DueListing(Common.CompanyId CompanyId, Common.ListingId Id);
}
