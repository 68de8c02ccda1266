using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Programme;

/// <summary>
/// The organiser has done what a firm asked for, or says why not; the firm gets one mail with the answer and the plan that it has now. Of a
/// published programme that mail tells what has become of the firm's meetings, and their other sides are told as well.
/// </summary>
public sealed class SettleChange(AppDbContext db, ShowProgramme show, ChangeExpo change, OutboxWriter outbox)
{
    /// <param name="firm">Of an attending <see cref="ExpoFirm"/>.</param>
    /// <param name="reply">Words to the firm, or empty.</param>
    public async Task<Result> ExecuteAsync(ExpoId id, Guid firm, string reply, Actor actor, CancellationToken cancellationToken)
    {
        var seen = await show.ExecuteAsync(id, actor, cancellationToken);
        var row = seen.Succeeded ? seen.Value.Firms.FirstOrDefault(item => item.Firm.Id == firm) : null;
        var answer = await db.Set<PlanAnswer>().SingleOrDefaultAsync(item => item.FirmId == firm, cancellationToken);
        if (row is null || answer is null)
        {
            return Error.NotFound;
        }

        var changes = seen.Value.UntoldAround(row.Firm.CompanyId);
        return await change.ExecuteAsync(
            id,
            actor,
            AuditActions.ExpoChangeSettled,
            settled: null,
            (expo, now) =>
            {
                var settled = answer.Settle(reply, now);
                if (settled.Succeeded)
                {
                    Tell(expo, row, changes);
                }

                return settled;
            },
            _ => AuditedFirm.Of(row.Firm.CompanyId, seen.Value.Names[row.Firm.CompanyId]),
            cancellationToken
        );
    }

    private void Tell(Expo expo, ProgrammeRow row, IReadOnlyList<PlanChange> changes)
    {
        var company = row.Firm.CompanyId;
        if (changes.Count > 0 && expo.Tell().Succeeded)
        {
            db.Tell(expo, changes);
            outbox.Tell(expo, changes.Firms().Where(other => other != company));
            outbox.Add(ProgrammeEvents.OfSettled(expo.Id, company, expo.Round));
            return;
        }

        if (expo.State == ExpoState.Preliminary)
        {
            // The mail shows this plan and asks for it, so that nobody has to ask again.
            expo.Firms.FirstOrDefault(item => item.Id == row.Firm.Id)?.Ask(row.Revision);
        }

        outbox.Add(ProgrammeEvents.OfSettled(expo.Id, company, round: 0));
    }
}
