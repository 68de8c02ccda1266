using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Participation;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Timetables.Runs;

/// <summary>One search from what is wished to what is kept. For whoever holds the lease of the expo.</summary>
public sealed class RunLog(AppDbContext db, MutualWishes wishes, AttendingScores scores, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    internal async Task<IReadOnlyList<ScheduleRun>> OpenAsync(CancellationToken cancellationToken) =>
        await db.Set<ScheduleRun>().AsNoTracking().WhereOpen().ToListAsync(cancellationToken);

    /// <returns>Null where it was ended before it began, or the draft that it was to begin from is discarded.</returns>
    internal async Task<(PreparedRun Run, ScheduleProblem Problem)?> BeginAsync(Guid id, CancellationToken cancellationToken)
    {
        var run = await db.Set<ScheduleRun>().SingleAsync(item => item.Id == id, cancellationToken);
        if (!run.IsOpen || run.Stop != RunStop.None)
        {
            // Nothing that was found before a node died is left.
            return await GiveUpAsync(run, RunState.Stopped, cancellationToken);
        }

        var expo = await ExpoAsync(run, cancellationToken);
        var before = run.BasedOn is { } number
            ? await db.Set<ScheduleDraft>()
                .AsNoTracking()
                .WithMeetings()
                .SingleOrDefaultAsync(draft => draft.ExpoId == run.ExpoId && draft.Number == number, cancellationToken)
            : null;
        if (run.BasedOn is not null && before is null)
        {
            return await GiveUpAsync(run, RunState.Outdated, cancellationToken);
        }

        var wished = await WeighAsync(await wishes.ReadAsync(expo, cancellationToken), run, before, cancellationToken);
        var prepared = PreparedRun.Of(run, expo, wished, before, Now);
        run.Start(prepared.Sought.Count, Now);
        await db.SaveChangesAsync(cancellationToken);
        return (prepared, prepared.Problem(expo));
    }

    /// <returns>Whether somebody wants it ended.</returns>
    internal async Task<RunStop> ReportAsync(Guid id, ScheduleProgress? progress, CancellationToken cancellationToken)
    {
        var rows = db.Set<ScheduleRun>().Where(run => run.Id == id);
        if (progress is not null)
        {
            await rows.ExecuteUpdateAsync(
                run =>
                    run.SetProperty(row => row.Activity, progress.Activity)
                        .SetProperty(row => row.Placed, progress.Placed)
                        .SetProperty(row => row.Breaks, progress.Breaks)
                        .SetProperty(row => row.Bound, progress.Bound)
                        .SetProperty(row => row.Searched, progress.Seconds),
                cancellationToken
            );
        }

        return await rows.Select(run => run.Stop).SingleAsync(cancellationToken);
    }

    /// <summary>Keeps the schedule as a draft, unless the expo is no longer what it was made for.</summary>
    internal async Task KeepAsync(PreparedRun prepared, ScheduleSolution solution, HeldLease lease, CancellationToken cancellationToken)
    {
        var run = await db.Set<ScheduleRun>().SingleAsync(item => item.Id == prepared.Run.Id, cancellationToken);
        var expo = await ExpoAsync(run, cancellationToken);
        if (ScheduleChecker.Check(prepared.Problem(expo), solution).Count > 0)
        {
            run.End(RunState.Outdated, Now);
        }
        else
        {
            await AddDraftAsync(run, expo, prepared, solution, cancellationToken);
        }

        lease.Guard(db);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <param name="conflict">As in <see cref="ScheduleRun.Conflict"/>.</param>
    internal async Task EndAsync(
        Guid id,
        RunState state,
        IReadOnlyList<string> conflict,
        HeldLease lease,
        CancellationToken cancellationToken
    )
    {
        var run = await db.Set<ScheduleRun>().SingleAsync(item => item.Id == id, cancellationToken);
        run.End(state, Now, conflict: conflict);
        lease.Guard(db);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>
    /// With how well the two sides fit: only the wishes weigh where the index is away. People who stand in the hall and wait for a repair do not
    /// wait for scores as well, and keep those of the draft.
    /// </summary>
    private async Task<IReadOnlyList<WishedMeeting>> WeighAsync(
        IReadOnlyList<WishedMeeting> wished,
        ScheduleRun run,
        ScheduleDraft? before,
        CancellationToken cancellationToken
    )
    {
        var fits =
            run.Scope == RunScope.Repair && before is not null
                ? before.Meetings.ToDictionary(meeting => (meeting.Meeting.A, meeting.Meeting.B), meeting => meeting.Score ?? 0)
                : await scores.OfPairsAsync([.. wished.Select(meeting => (meeting.A, meeting.B))], cancellationToken);
        return
        [
            .. wished.Select(meeting =>
                meeting with
                {
                    Weight = MeetingWeight.With(meeting.Weight, fits.GetValueOrDefault((meeting.A, meeting.B))),
                }
            ),
        ];
    }

    private async Task<(PreparedRun Run, ScheduleProblem Problem)?> GiveUpAsync(
        ScheduleRun run,
        RunState state,
        CancellationToken cancellationToken
    )
    {
        run.End(state, Now);
        await db.SaveChangesAsync(cancellationToken);
        return null;
    }

    private async Task AddDraftAsync(
        ScheduleRun run,
        Expo expo,
        PreparedRun prepared,
        ScheduleSolution solution,
        CancellationToken cancellationToken
    )
    {
        var drafts = db.Set<ScheduleDraft>().Where(item => item.ExpoId == run.ExpoId);
        var number = await drafts.MaxAsync(item => (int?)item.Number, cancellationToken) + 1 ?? 1;
        await db.AddMeetingsAsync(run.ExpoId, prepared.Wished, cancellationToken);
        var figures = DraftFigures.Of(prepared.Whole(expo), solution.Meetings, solution);
        var draft = ScheduleDraft.Of(run, number, new DraftContent(prepared.Wished, solution, figures, prepared.Locked), Now);
        if (await drafts.CurrentNumberAsync(cancellationToken) is null)
        {
            draft.Take(Now);
        }

        db.Add(draft);
        expo.BeginDrafts();
        expo.Touch(Now);
        run.End(RunState.Done, Now, number);
    }

    private Task<Expo> ExpoAsync(ScheduleRun run, CancellationToken cancellationToken) =>
        db.Set<Expo>().WithParts().SingleAsync(expo => expo.Id == run.ExpoId, cancellationToken);
}
