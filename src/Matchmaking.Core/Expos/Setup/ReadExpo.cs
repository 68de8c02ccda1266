using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Setup;

/// <summary>An expo with all its parts, for the agency that organises it.</summary>
public sealed class ReadExpo(AppDbContext db, TimeProvider clock)
{
    public async Task<Result<Expo>> ExecuteAsync(ExpoId id, Actor actor, CancellationToken cancellationToken)
    {
        var expo = await db.OrganisedBy(actor).AsNoTracking().WithParts().SingleOrDefaultAsync(item => item.Id == id, cancellationToken);
        expo?.Settle(clock.GetUtcNow().UtcDateTime);
        return expo is null ? Error.NotFound : expo;
    }
}

/// <summary>The agency's own expos, the next one first.</summary>
public sealed class ListExpos(AppDbContext db, TimeProvider clock)
{
    public async Task<IReadOnlyList<ExpoRow>> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        var rows = await db.OrganisedBy(actor)
            .AsNoTracking()
            .OrderByDescending(expo => expo.Profile.FirstDay)
            .ThenBy(expo => expo.Id)
            .Select(expo => new ExpoRow(expo.Id, expo.Profile, expo.State, expo.Slots.Count, expo.Tables.Count))
            .ToListAsync(cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        return rows.ConvertAll(row => row with { State = row.State.At(row.Profile, now) });
    }
}

public sealed record ExpoRow(ExpoId Id, ExpoProfile Profile, ExpoState State, int Slots, int Tables);

internal static class OrganisedExpos
{
    public static IQueryable<Expo> OrganisedBy(this AppDbContext db, Actor actor)
    {
        var agency = actor.AgencyId;
        return db.Set<Expo>().Where(expo => agency != null && expo.AgencyId == agency);
    }

    /// <summary>Apart, since one joined answer would be slots times tables times interpreters.</summary>
    public static IQueryable<Expo> WithParts(this IQueryable<Expo> expos) =>
        expos
            .Include(expo => expo.Window)
            .Include(expo => expo.Slots)
            .Include(expo => expo.Tables)
            .Include(expo => expo.Interpreters)
            .Include(expo => expo.Firms)
            .Include(expo => expo.Groups)
            .AsSplitQuery();
}
