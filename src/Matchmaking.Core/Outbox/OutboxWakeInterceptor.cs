using System.Data.Common;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Matchmaking.Core.Outbox;

/// <summary>Wakes the dispatcher after the commit. A save with a receipt is committed after it was sent, any other one with it.</summary>
public sealed class OutboxWakeInterceptor(OutboxSignal signal) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData,
        int result,
        CancellationToken cancellationToken = default
    )
    {
        if (eventData.Context is AppDbContext db && !HasReceipt(db))
        {
            Wake(db);
        }

        return base.SavedChangesAsync(eventData, result, cancellationToken);
    }

    public Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        if (eventData.Context is AppDbContext db && HasReceipt(db))
        {
            Wake(db);
        }

        return Task.CompletedTask;
    }

    private static bool HasReceipt(AppDbContext db) => db.Set<SaveReceipt>().Local.Count > 0;

    private void Wake(AppDbContext db)
    {
        if (db.OutboxMessages.Local.Any(message => message.ProcessedAt is null))
        {
            signal.Raise();
        }
    }
}
