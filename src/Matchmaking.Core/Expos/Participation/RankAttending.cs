using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Setup;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Participation;

/// <summary>
/// The attending firms that the actor's may meet, in the order of how well they fit both ways and after them those that it has met before,
/// each with what the actor's firm wishes of it.
/// </summary>
public sealed class RankAttending(AppDbContext db, AttendingScores attendingScores, TimeProvider clock)
{
    public const int PageSize = 20;

    public async Task<Result<Page<AttendingFirm>>> ExecuteAsync(ExpoId id, int page, Actor actor, CancellationToken cancellationToken)
    {
        if (await AttendingFirms.OfAsync(db, id, actor, cancellationToken) is not { } firms)
        {
            return Error.NotFound;
        }

        var own = actor.CompanyId!.Value;
        var scores = await attendingScores.OfAsync(own, firms.Keys, cancellationToken);
        var wishes = await db.Set<ExpoWish>()
            .AsNoTracking()
            .Where(wish => wish.ExpoId == id && wish.From == own)
            .ToDictionaryAsync(wish => wish.To, cancellationToken);
        var met = await MetBefore.OfAsync(db, id, own, clock.GetUtcNow().UtcDateTime, cancellationToken);
        page = Math.Clamp(page, 1, Math.Max(1, (firms.Count + PageSize - 1) / PageSize));
        var rows = firms
            .OrderBy(firm => met.At(own, firm.Key) is not null)
            .ThenByDescending(firm => scores.GetValueOrDefault(firm.Key))
            .ThenBy(firm => firm.Key.Value)
            .Skip((page - 1) * PageSize)
            .Take(PageSize)
            .Select(firm => new AttendingFirm(
                firm.Key,
                firm.Value,
                scores.TryGetValue(firm.Key, out var score) ? score : null,
                wishes.TryGetValue(firm.Key, out var wish) && met.Counts(wish) ? wish.Kind : null,
                met.At(own, firm.Key)
            ));
        return new Page<AttendingFirm>([.. rows], page, PageSize, firms.Count);
    }
}

/// <param name="Score">In [0, 1]; null where nothing can be compared.</param>
/// <param name="MetAt">When the two last met on the site, in UTC; a wish from before that counts no more and is not given here.</param>
public sealed record AttendingFirm(CompanyId Id, LocalizedText Names, double? Score, WishKind? Wish, DateTime? MetAt);
