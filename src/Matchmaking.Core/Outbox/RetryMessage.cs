using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Outbox;

/// <summary>Gives a failed message all its attempts again, from now on.</summary>
public sealed class RetryMessage(AppDbContext db, OutboxSignal signal, TimeProvider clock)
{
    /// <returns>False when there is no such message, or it is done.</returns>
    public async Task<bool> ExecuteAsync(Guid id, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var changed = await db
            .OutboxMessages.Where(message => message.Id == id && message.ProcessedAt == null)
            .ExecuteUpdateAsync(
                message => message.SetProperty(row => row.Attempts, 0).SetProperty(row => row.NotBefore, now),
                cancellationToken
            );
        signal.Raise();
        return changed == 1;
    }
}
