using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Expos.Timetables.Runs;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Timetables;

/// <summary>The drafts of an expo, and the search that is under way.</summary>
public sealed class ShowSchedule(AppDbContext db, ReadExpo read, MutualWishes wishes)
{
    public async Task<Result<ScheduleOverview>> ExecuteAsync(ExpoId id, Actor actor, CancellationToken cancellationToken)
    {
        var expo = await read.ExecuteAsync(id, actor, cancellationToken);
        if (!expo.Succeeded)
        {
            return Error.NotFound;
        }

        var runs = db.Set<ScheduleRun>().AsNoTracking().Where(run => run.ExpoId == id);
        var drafts = await db.Set<ScheduleDraft>()
            .AsNoTracking()
            .Where(draft => draft.ExpoId == id)
            .OrderByDescending(draft => draft.Number)
            .ToListAsync(cancellationToken);
        return new ScheduleOverview(
            expo.Value,
            (await wishes.ReadAsync(expo.Value, cancellationToken)).Count,
            await runs.WhereOpen().FirstOrDefaultAsync(cancellationToken),
            await runs.Where(run => run.FinishedAt != null).OrderByDescending(run => run.FinishedAt).FirstOrDefaultAsync(cancellationToken),
            drafts,
            await db.Set<ScheduleDraft>().Where(draft => draft.ExpoId == id).CurrentNumberAsync(cancellationToken),
            await db.FirmsOfAsync(id, cancellationToken)
        );
    }
}

/// <param name="Wished">Meetings that are wished at present.</param>
/// <param name="Open">The run that is asked for or under way.</param>
/// <param name="Last">The run that ended last.</param>
/// <param name="Drafts">Without their meetings, the newest first.</param>
/// <param name="Current">Number of the draft that was taken last.</param>
public sealed record ScheduleOverview(
    Expo Expo,
    int Wished,
    ScheduleRun? Open,
    ScheduleRun? Last,
    IReadOnlyList<ScheduleDraft> Drafts,
    int? Current,
    IReadOnlyDictionary<CompanyId, LocalizedText> Firms
)
{
    public bool MayOpenBooking => Wished > 0 && Expo.MayOpenBooking;

    public bool MayRun => Open is null && Wished > 0 && Expo.IsOpenForRuns;
}
