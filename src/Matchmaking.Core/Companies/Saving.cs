using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Companies;

internal static class Saving
{
    public static async Task<Result> SaveOrStaleAsync(this AppDbContext db, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Error.Stale;
        }
    }
}
