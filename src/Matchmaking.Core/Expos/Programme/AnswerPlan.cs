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

/// <summary>The organiser has done what a firm asked for, or says why not; the firm reads it on its page and can answer again.</summary>
public sealed class SettleChange(AppDbContext db, TimeProvider clock)
{
    /// <param name="firm">Of an <see cref="ExpoFirm"/>.</param>
    /// <param name="reply">Words to the firm, or empty.</param>
    public async Task<Result> ExecuteAsync(ExpoId id, Guid firm, string reply, Actor actor, CancellationToken cancellationToken)
    {
        var expo = await db.OrganisedBy(actor).AsNoTracking().SingleOrDefaultAsync(item => item.Id == id, cancellationToken);
        var names = await db.Set<ExpoFirm>()
            .Where(item => item.ExpoId == id && item.Id == firm)
            .Join(db.Companies, item => item.CompanyId, company => company.Id, (_, company) => company.Profile.Names)
            .SingleOrDefaultAsync(cancellationToken);
        var answer = await db.Set<PlanAnswer>().SingleOrDefaultAsync(item => item.FirmId == firm, cancellationToken);
        if (expo is null || names is null || answer is null)
        {
            return Error.NotFound;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var settled = answer.Settle(reply, now);
        if (!settled.Succeeded)
        {
            return settled;
        }

        var action = AuditActions.ExpoChangeSettled;
        db.Add(AuditEntry.Of(actor, action, id.Value, expo.Profile.Names.En, now, names.For(LanguageCode.En)));
        return await db.SaveOrStaleAsync(cancellationToken);
    }
}
