using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Setup;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Participation;

/// <summary>What anybody may know of the next expos, the soonest first: those that firms have been invited to and that are not over.</summary>
public sealed class ListComingExpos(AppDbContext db, TimeProvider clock)
{
    public const int Shown = 3;

    public async Task<IReadOnlyList<ComingExpo>> ExecuteAsync(CancellationToken cancellationToken)
    {
        // By the clock of China, on which a day ends last.
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime + Country.CN.Offset());
        return await db.Set<Expo>()
            .AsNoTracking()
            .Where(expo => expo.State != ExpoState.Planned && expo.State != ExpoState.Finished && expo.Profile.LastDay >= today)
            .Join(db.Agencies, expo => expo.AgencyId, agency => agency.Id, (expo, agency) => new { Expo = expo, agency.Names })
            .OrderBy(item => item.Expo.Profile.FirstDay)
            .ThenBy(item => item.Expo.Id)
            .Take(Shown)
            .Select(item => new ComingExpo(item.Expo.Profile, item.Names))
            .ToListAsync(cancellationToken);
    }
}

public sealed record ComingExpo(ExpoProfile Profile, LocalizedText Organiser);
