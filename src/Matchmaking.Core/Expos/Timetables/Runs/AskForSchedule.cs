using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Setup;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Timetables.Runs;

/// <summary>Orders a schedule; a node takes it up within seconds.</summary>
public sealed class AskForSchedule(AppDbContext db, ChangeExpo change)
{
    public async Task<Result> ExecuteAsync(ExpoId id, RunWish wish, Actor actor, CancellationToken cancellationToken)
    {
        var isUnderWay = await db.Set<ScheduleRun>().Where(run => run.ExpoId == id).WhereOpen().AnyAsync(cancellationToken);
        var current = await db.Set<ScheduleDraft>().Where(draft => draft.ExpoId == id).CurrentNumberAsync(cancellationToken);
        return await change.ExecuteAsync(
            id,
            actor,
            AuditActions.ExpoScheduleAsked,
            ExpoState.Finished,
            (expo, now) =>
            {
                if (!expo.IsOpenForRuns)
                {
                    return TimetableErrors.NotNow;
                }

                if (isUnderWay)
                {
                    return TimetableErrors.UnderWay;
                }

                if (current is null && wish.Scope != RunScope.Anew)
                {
                    return TimetableErrors.NoDraft;
                }

                var isFromNothing = wish.Scope == RunScope.Anew && expo.Begun(now).Count == 0;
                db.Add(ScheduleRun.Of(id, wish, isFromNothing ? null : current, actor.Name, now));
                return Result.Success;
            },
            _ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{wish.Scope}, {wish.Seconds} s"),
            cancellationToken
        );
    }
}

/// <summary>Ends a run early, with what it has found as a draft or without.</summary>
public sealed class StopSchedule(AppDbContext db, TimeProvider clock)
{
    public async Task<Result> ExecuteAsync(ExpoId id, bool keep, Actor actor, CancellationToken cancellationToken)
    {
        var expo = await db.OrganisedBy(actor).AsNoTracking().SingleOrDefaultAsync(item => item.Id == id, cancellationToken);
        if (expo is null)
        {
            return Error.NotFound;
        }

        if (await db.Set<ScheduleRun>().Where(run => run.ExpoId == id).WhereOpen().FirstOrDefaultAsync(cancellationToken) is not { } open)
        {
            return TimetableErrors.NotUnderWay;
        }

        open.AskToStop(keep ? RunStop.Keep : RunStop.Discard);
        var action = keep ? AuditActions.ExpoScheduleStopped : AuditActions.ExpoScheduleDiscarded;
        db.Add(AuditEntry.Of(actor, action, id.Value, expo.Profile.Names.En, clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}

internal static class RunQueries
{
    /// <summary>Asked for or under way, the oldest first.</summary>
    public static IQueryable<ScheduleRun> WhereOpen(this IQueryable<ScheduleRun> runs) =>
        runs.Where(run => run.State == RunState.Asked || run.State == RunState.Running).OrderBy(run => run.AskedAt).ThenBy(run => run.Id);
}
