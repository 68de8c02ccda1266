using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Matchmaking.Core.Outbox;

public sealed class OutboxWakeInterceptor(OutboxSignal signal) : SaveChangesInterceptor
{
    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData,
        int result,
        CancellationToken cancellationToken = default
    )
    {
        if (eventData.Context is AppDbContext db && db.OutboxMessages.Local.Any(message => message.ProcessedAt is null))
        {
            signal.Raise();
        }

        return base.SavedChangesAsync(eventData, result, cancellationToken);
    }
}
