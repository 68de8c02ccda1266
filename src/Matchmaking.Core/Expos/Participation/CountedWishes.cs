using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Setup;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Participation;

internal static class CountedWishes
{
    /// <summary>
    /// Wishes to meet that count now: between attending firms of groups that may meet, and not from before a meeting of the two. A "no thanks"
    /// is none, and where one side is enough it takes the other side's wish out of all counts.
    /// </summary>
    /// <param name="attending">Attending firms with their groups.</param>
    /// <param name="now">UTC.</param>
    public static async Task<IReadOnlyDictionary<(CompanyId From, CompanyId To), WishKind>> CountedWishesAsync(
        this AppDbContext db,
        ExpoId id,
        RequestMode requests,
        IReadOnlyDictionary<CompanyId, ExpoGroup> attending,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        var met = await MetBefore.OfAsync(db, id, own: null, now, cancellationToken);
        var wishes = await db.Set<ExpoWish>()
            .AsNoTracking()
            .Where(wish => wish.ExpoId == id && (wish.Kind != WishKind.NoThanks || requests == RequestMode.OneSided))
            .ToListAsync(cancellationToken);
        var refused = wishes.Where(wish => wish.Kind == WishKind.NoThanks).Select(wish => (From: wish.To, To: wish.From)).ToHashSet();
        return wishes
            .Where(wish => wish.Kind != WishKind.NoThanks && !refused.Contains((wish.From, wish.To)))
            .Where(wish => attending.TryGetValue(wish.From, out var from) && attending.TryGetValue(wish.To, out var to) && from.MayMeet(to))
            .Where(met.Counts)
            .ToDictionary(wish => (wish.From, wish.To), wish => wish.Kind);
    }

    /// <summary>The pairs of which a schedule is made, each once, the smaller id first.</summary>
    public static IEnumerable<(CompanyId A, CompanyId B)> Pairs(
        this IReadOnlyDictionary<(CompanyId From, CompanyId To), WishKind> wishes,
        RequestMode requests
    ) =>
        wishes
            .Keys.Where(pair => requests == RequestMode.OneSided || wishes.AreMutual(pair))
            .Select(pair => pair.From.Value.CompareTo(pair.To.Value) < 0 ? (A: pair.From, B: pair.To) : (A: pair.To, B: pair.From))
            .Distinct();

    /// <summary>Whether the other side wishes it too.</summary>
    public static bool AreMutual(
        this IReadOnlyDictionary<(CompanyId From, CompanyId To), WishKind> wishes,
        (CompanyId From, CompanyId To) pair
    ) => wishes.ContainsKey((pair.To, pair.From));
}
