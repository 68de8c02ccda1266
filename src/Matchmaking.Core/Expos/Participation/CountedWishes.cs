using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Setup;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Participation;

internal static class CountedWishes
{
    /// <summary>
    /// Wishes to meet that count now: between attending firms of groups that may meet, and not from before a meeting of the two. A "no thanks"
    /// is none.
    /// </summary>
    /// <param name="attending">Attending firms with their groups.</param>
    /// <param name="now">UTC.</param>
    public static async Task<IReadOnlyDictionary<(CompanyId From, CompanyId To), WishKind>> CountedWishesAsync(
        this AppDbContext db,
        ExpoId id,
        IReadOnlyDictionary<CompanyId, ExpoGroup> attending,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        var met = await MetBefore.OfAsync(db, id, own: null, now, cancellationToken);
        var wishes = await db.Set<ExpoWish>()
            .AsNoTracking()
            .Where(wish => wish.ExpoId == id && wish.Kind != WishKind.NoThanks)
            .ToListAsync(cancellationToken);
        return wishes
            .Where(wish => attending.TryGetValue(wish.From, out var from) && attending.TryGetValue(wish.To, out var to) && from.MayMeet(to))
            .Where(met.Counts)
            .ToDictionary(wish => (wish.From, wish.To), wish => wish.Kind);
    }

    /// <summary>Whether the other side wishes it too.</summary>
    public static bool AreMutual(
        this IReadOnlyDictionary<(CompanyId From, CompanyId To), WishKind> wishes,
        (CompanyId From, CompanyId To) pair
    ) => wishes.ContainsKey((pair.To, pair.From));
}
