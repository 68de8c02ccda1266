using Matchmaking.Core.Data;
using Matchmaking.Core.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Matching.Indexing;

/// <summary>Drops what a rebuild has replaced, and forgets firms that were taken out long ago. Does nothing while a rebuild is under way.</summary>
public sealed class TidyPartnerIndex(AppDbContext db, IPartnerIndex index, WorkerLeases leases, TimeProvider clock)
{
    /// <summary>Longer than any message is on its way that is not to be seen in the outbox.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(7);

    /// <returns>How many firms were forgotten.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        await using var lease = await leases.TryAcquireAsync(RebuildPartnerIndex.Lease, cancellationToken);
        if (lease is null)
        {
            return 0;
        }

        try
        {
            await index.DropOldGenerationsAsync(cancellationToken);
            return await IsDrainedAsync(cancellationToken)
                ? await index.ForgetRemovedAsync(clock.GetUtcNow().UtcDateTime - Remembered, cancellationToken)
                : 0;
        }
        catch (PartnerIndexUnavailableException)
        {
            // In an hour it may be back.
            return 0;
        }
    }

    private async Task<bool> IsDrainedAsync(CancellationToken cancellationToken) =>
        !await db.OutboxMessages.AnyAsync(
            message => message.Handler == PartnerIndexing.Name && message.ProcessedAt == null,
            cancellationToken
        );
}
