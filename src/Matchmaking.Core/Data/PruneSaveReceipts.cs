using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Data;

/// <summary>Clears away receipts that no save can still ask for: a save is repeated for some minutes at most.</summary>
public sealed class PruneSaveReceipts(AppDbContext db, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    public Task<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow().UtcDateTime - Kept;
        return db.Set<SaveReceipt>().Where(receipt => receipt.At < before).ExecuteDeleteAsync(cancellationToken);
    }
}
