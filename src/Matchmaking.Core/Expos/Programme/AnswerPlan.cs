using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Participation;
using Matchmaking.Core.Expos.Setup;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Programme;

/// <param name="Revision">Of the plan that was seen.</param>
/// <param name="Reason">Null to confirm it.</param>
/// <param name="Text">What is to be changed.</param>
public sealed record PlanReply(string Revision, ChangeReason? Reason, string Text);

/// <summary>A firm confirms the very plan that it has seen, or asks for a change of it.</summary>
public sealed class AnswerPlan(AppDbContext db, ReadFirmProgramme read, TimeProvider clock)
{
    public async Task<Result> ExecuteAsync(ExpoId id, PlanReply reply, Actor actor, CancellationToken cancellationToken)
    {
        var programme = await read.ExecuteAsync(id, actor, cancellationToken);
        if (!programme.Succeeded)
        {
            return Error.NotFound;
        }

        if (!programme.Value.MayAnswer)
        {
            return ExpoErrors.NotPreliminary;
        }

        if (programme.Value.Revision != reply.Revision)
        {
            return ExpoErrors.PlanChanged;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var firm = programme.Value.Expo.Firm.Id;
        var answer = await db.Set<PlanAnswer>().SingleOrDefaultAsync(item => item.FirmId == firm, cancellationToken);
        if (answer is null)
        {
            answer = PlanAnswer.Of(firm);
            db.Add(answer);
        }

        if (reply.Reason is not { } reason)
        {
            answer.Confirm(reply.Revision, actor.UserId, now);
        }
        else if (answer.Ask(reply.Revision, reason, reply.Text, actor.UserId, now) is { Succeeded: false } unsaid)
        {
            return unsaid;
        }

        var action = reply.Reason is null ? AuditActions.ExpoPlanConfirmed : AuditActions.ExpoChangeAsked;
        db.Add(await db.AuditAsync(id, action, detail: null, actor, now, cancellationToken));
        try
        {
            return await db.SaveOrStaleAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Caused(exception))
        {
            // A colleague gave the first answer at this moment.
            return Error.Stale;
        }
    }
}
