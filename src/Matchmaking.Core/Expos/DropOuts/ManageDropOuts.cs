using System.Globalization;
using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Expos.Timetables;
using Matchmaking.Core.Expos.Timetables.Runs;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.DropOuts;

/// <summary>Writes down that somebody or something is missing, and takes what it hits off or has another place sought for it.</summary>
public sealed class RecordDropOut(AppDbContext db, ReadDropOuts read, ChangeExpo change)
{
    public async Task<Result> ExecuteAsync(
        ExpoId id,
        DropOut dropOut,
        DropOutRemedy remedy,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        var preview = await read.PreviewAsync(id, dropOut, actor, cancellationToken);
        if (!preview.Succeeded)
        {
            return Error.NotFound;
        }

        var drafts = db.Set<ScheduleDraft>().Where(item => item.ExpoId == id);
        var number = await drafts.CurrentNumberAsync(cancellationToken);
        var draft = await drafts.WithMeetings().SingleAsync(item => item.Number == number, cancellationToken);
        var isUnderWay = await db.Set<ScheduleRun>().Where(run => run.ExpoId == id).WhereOpen().AnyAsync(cancellationToken);
        return await change.ExecuteAsync(
            id,
            actor,
            AuditActions.ExpoDroppedOut,
            ExpoState.Finished,
            (expo, now) =>
            {
                var hits = dropOut.Hits(expo, draft, now);
                var absent = expo.SetAbsent(dropOut.Part, dropOut.Id, dropOut.Slots(expo, now), isAbsent: true);
                if (!absent.Succeeded || hits.Count == 0)
                {
                    return absent;
                }

                if (remedy == DropOutRemedy.TakeOff)
                {
                    draft.TakeOff(expo, hits, now);
                    return Result.Success;
                }

                if (isUnderWay)
                {
                    return TimetableErrors.UnderWay;
                }

                db.Add(ScheduleRun.Of(id, RunWish.Repair, draft.Number, actor.Name, now));
                return Result.Success;
            },
            expo =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{DropOut.Audited(dropOut.Part, dropOut.Id, expo, preview.Value.Name)}: {preview.Value.From.Start:yyyy-MM-dd HH:mm'Z'} –"
                ),
            cancellationToken
        );
    }
}

/// <summary>Somebody or something is there again from now on; absences before that run of slots stay.</summary>
public sealed class EndDropOut(ReadDropOuts read, ChangeExpo change)
{
    /// <param name="item">Of an <see cref="ExpoFirm"/>, an <see cref="ExpoTable"/> or an <see cref="ExpoInterpreter"/>.</param>
    public async Task<Result> ExecuteAsync(ExpoId id, ExpoPart part, Guid item, Actor actor, CancellationToken cancellationToken)
    {
        var found = await read.ExecuteAsync(id, actor, cancellationToken);
        var missing = found.Succeeded ? found.Value.All.FirstOrDefault(one => one.Part == part && one.Id == item) : default;
        return missing.MissingFrom is not { } from
            ? Error.NotFound
            : await change.ExecuteAsync(
                id,
                actor,
                AuditActions.ExpoThereAgain,
                ExpoState.Finished,
                (expo, _) => expo.SetAbsent(part, item, expo.SlotsFrom(from.Id), isAbsent: false),
                expo => DropOut.Audited(part, item, expo, missing.Name),
                cancellationToken
            );
    }
}
