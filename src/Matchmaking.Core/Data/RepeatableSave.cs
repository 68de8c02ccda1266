using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Matchmaking.Core.Data;

/// <summary>A save on a database server, as one transaction that is tried again when the server fails and still happens once.</summary>
internal static class RepeatableSave
{
    /// <param name="strategy">The server's own: it knows which failures pass.</param>
    /// <param name="save">Sends the changes and keeps them marked as changes, so that they can be sent again.</param>
    /// <returns>How many rows the caller's changes wrote.</returns>
    public static async Task<int> ExecuteAsync(
        AppDbContext db,
        IExecutionStrategy strategy,
        Func<CancellationToken, Task<int>> save,
        CancellationToken cancellationToken
    )
    {
        var receipt = db.Add(new SaveReceipt());
        var (tries, rows) = (0, 0);
        try
        {
            await strategy.ExecuteInTransactionAsync(
                async token =>
                {
                    tries++;
                    rows = await save(token) - 1;
                },
                token => IsKnownAsync(db, receipt.Entity, token),
                cancellationToken
            );
        }
        catch (DbUpdateException) when (tries > 1)
        {
            // The earlier try may have been committing still when it was looked for.
            if (!await IsKnownAsync(db, receipt.Entity, cancellationToken))
            {
                throw;
            }
        }
        finally
        {
            receipt.State = EntityState.Detached;
        }

        return rows;
    }

    private static Task<bool> IsKnownAsync(AppDbContext db, SaveReceipt receipt, CancellationToken cancellationToken) =>
        db.Set<SaveReceipt>().AnyAsync(row => row.Id == receipt.Id, cancellationToken);
}
