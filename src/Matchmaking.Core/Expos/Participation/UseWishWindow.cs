using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Setup;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Participation;

internal static class UseWishWindow
{
    /// <summary>Lets the caller's save through only while firms may answer and wish; an organiser who closes at the same moment makes it stale.</summary>
    public static async Task<Result> UseWishWindowAsync(this AppDbContext db, ExpoId id, DateTime now, CancellationToken cancellationToken)
    {
        var window = await db.Set<WishWindow>().SingleOrDefaultAsync(item => item.ExpoId == id, cancellationToken);
        if (window is null || window.ClosesAt <= now)
        {
            return ExpoErrors.NotOpen;
        }

        window.Use(now);
        // Also when another firm used it at this very moment: without the statement there would be no check.
        db.Entry(window).Property(item => item.UsedAt).IsModified = true;
        return Result.Success;
    }
}
