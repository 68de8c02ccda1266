using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Setup;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Participation;

/// <summary>What a firm wishes of others. A "no thanks" stays: it cannot be taken back, and whoever it is about never learns of it.</summary>
public sealed class SaveWishes(AppDbContext db, TimeProvider clock)
{
    /// <param name="wishes">Null for none.</param>
    public async Task<Result> ExecuteAsync(
        ExpoId id,
        IReadOnlyDictionary<CompanyId, WishKind?> wishes,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        if (
            await AttendingFirms.OfAsync(db, id, actor, cancellationToken) is not { } firms
            || wishes.Keys.Any(firm => !firms.ContainsKey(firm))
        )
        {
            return Error.NotFound;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.UseWishWindowAsync(id, now, cancellationToken) is { Succeeded: false } closed)
        {
            return closed;
        }

        var own = actor.CompanyId!.Value;
        var there = await db.Set<ExpoWish>()
            .Where(wish => wish.ExpoId == id && wish.From == own)
            .ToDictionaryAsync(wish => wish.To, cancellationToken);
        var met = await MetBefore.OfAsync(db, id, own, now, cancellationToken);
        var isTold = false;
        foreach (var (firm, kind) in wishes)
        {
            var known = there.GetValueOrDefault(firm);
            if (known?.Kind == kind && (known is null || met.Counts(known)))
            {
                continue;
            }

            if (known?.Kind == WishKind.NoThanks)
            {
                return ExpoErrors.NoThanksIsFinal;
            }

            Write(id, own, firm, known, kind, actor, now);
            // Of a firm that was not wished for, a "no thanks" is nobody's business, not even that there is one.
            isTold |= known is not null || kind != WishKind.NoThanks;
        }

        if (isTold)
        {
            var wished = db
                .ChangeTracker.Entries<ExpoWish>()
                .Count(entry => entry.State != EntityState.Deleted && entry.Entity.Kind != WishKind.NoThanks);
            db.Add(await db.AuditAsync(id, AuditActions.ExpoWishesSaved, $"{wished}", actor, now, cancellationToken));
        }

        try
        {
            return await db.SaveOrStaleAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Caused(exception))
        {
            // A colleague wished for the first time of the same firm at this moment.
            return Error.Stale;
        }
    }

    private void Write(ExpoId id, CompanyId own, CompanyId firm, ExpoWish? known, WishKind? kind, Actor actor, DateTime now)
    {
        if (kind is null)
        {
            db.RemoveRange(known is null ? [] : [known]);
            return;
        }

        if (known is null)
        {
            known = ExpoWish.Of(id, own, firm);
            db.Add(known);
        }

        known.Change(kind.Value, actor.UserId, now);
    }
}
