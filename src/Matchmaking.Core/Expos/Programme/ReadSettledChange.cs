using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Expos.Timetables;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Programme;

/// <summary>The organiser's answer to what a firm asked for, and the firm's meetings, as they are when the mail is written.</summary>
public sealed class ReadSettledChange(AppDbContext db, ReadToldRound read)
{
    /// <param name="round">That tells what has changed; 0 for none.</param>
    /// <returns>Null where the firm has answered anew meanwhile, or has left.</returns>
    public async Task<SettledChange?> ExecuteAsync(ExpoId id, CompanyId company, int round, CancellationToken cancellationToken)
    {
        var answer = await db.Set<ExpoFirm>()
            .Where(firm => firm.ExpoId == id && firm.CompanyId == company && firm.State == ExpoFirmState.Attending)
            .Join(db.Set<PlanAnswer>(), firm => firm.Id, given => given.FirmId, (_, given) => given)
            .AsNoTracking()
            .SingleOrDefaultAsync(cancellationToken);
        if (answer is not { Reason: { } reason, SettledAt: not null })
        {
            return null;
        }

        var told =
            round > 0
                ? await read.ExecuteAsync(id, company, round, cancellationToken)
                : await ReadPlanAsync(id, company, cancellationToken);
        return told is null ? null : new SettledChange(reason, answer.Text, answer.Reply, told);
    }

    /// <summary>What can still be answered; of a published programme nothing is new.</summary>
    private async Task<ToldRound?> ReadPlanAsync(ExpoId id, CompanyId company, CancellationToken cancellationToken)
    {
        var expo = await db.Set<Expo>().AsNoTracking().SingleAsync(item => item.Id == id, cancellationToken);
        var shown = expo.State == ExpoState.Preliminary ? expo.ShownDraft : null;
        var planned = await db.PlannedAsync(id, shown, company, cancellationToken);
        var names = await db.FirmsOfAsync(id, cancellationToken);
        return new ToldRound(id, expo.Profile, company, Round: 0, Attends: true, planned, [], [], names);
    }
}

/// <param name="Text">The firm's words.</param>
/// <param name="Reply">The organiser's words, or empty.</param>
/// <param name="Told">Round 0 with the preliminary plan; a later one with what has changed.</param>
public sealed record SettledChange(ChangeReason Reason, string Text, string Reply, ToldRound Told);
