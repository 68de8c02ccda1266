using System.Globalization;
using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Expos.Timetables;
using Matchmaking.Core.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Programme;

/// <summary>Shows the current draft to the firms, and asks those that have not confirmed this very plan before.</summary>
public sealed class MakePreliminary(AppDbContext db, ShowProgramme show, ChangeExpo change, OutboxWriter outbox)
{
    /// <param name="number">Of the draft that was looked at.</param>
    public async Task<Result> ExecuteAsync(ExpoId id, int number, Actor actor, CancellationToken cancellationToken)
    {
        var seen = await show.ExecuteAsync(id, actor, cancellationToken);
        if (!seen.Succeeded)
        {
            return Error.NotFound;
        }

        if (seen.Value.Draft != number)
        {
            return Error.Stale;
        }

        var draft = await db.DraftAsync(id, number, cancellationToken);
        return await change.ExecuteAsync(
            id,
            actor,
            AuditActions.ExpoMadePreliminary,
            (expo, now) =>
            {
                // Whoever moves a meeting at this moment, or takes another draft, makes it stale.
                draft.Take(now);
                outbox.Ask(expo, seen.Value.Firms.Where(row => row.Standing == PlanStanding.Waiting), ProgrammeEvents.Shown);
                return expo.MakePreliminary(number, draft.Broken(expo, now));
            },
            _ => number.ToString(CultureInfo.InvariantCulture),
            cancellationToken
        );
    }
}

/// <summary>Asks the firms once more whose plan is another than the one that they were asked about last, and that have not confirmed it.</summary>
public sealed class AskAgain(ShowProgramme show, ChangeExpo change, OutboxWriter outbox)
{
    public async Task<Result> ExecuteAsync(ExpoId id, Actor actor, CancellationToken cancellationToken)
    {
        var seen = await show.ExecuteAsync(id, actor, cancellationToken);
        if (!seen.Succeeded)
        {
            return Error.NotFound;
        }

        var firms = seen.Value.WithOtherPlan;
        if (firms.Count == 0)
        {
            return ExpoErrors.NothingToTell;
        }

        return await change.ExecuteAsync(
            id,
            actor,
            AuditActions.ExpoAskedAgain,
            ExpoState.Published,
            (expo, _) =>
            {
                outbox.Ask(expo, firms, ProgrammeEvents.Changed);
                return Result.Success;
            },
            _ => firms.Count.ToString(CultureInfo.InvariantCulture),
            cancellationToken
        );
    }
}

/// <summary>Firms see nothing again. Their answers stay, and hold should they see the same plan once more.</summary>
public sealed class ReturnToDrafts(ChangeExpo change)
{
    public Task<Result> ExecuteAsync(ExpoId id, Actor actor, CancellationToken cancellationToken) =>
        change.ExecuteAsync(
            id,
            actor,
            AuditActions.ExpoReturnedToDrafts,
            ExpoState.Published,
            (expo, _) => expo.ReturnToDrafts(),
            expo => expo.ShownDraft?.ToString(CultureInfo.InvariantCulture),
            cancellationToken
        );
}

/// <summary>Tells each attending firm its meetings, in the first round.</summary>
public sealed class PublishProgramme(AppDbContext db, ShowProgramme show, ChangeExpo change, OutboxWriter outbox)
{
    public async Task<Result> ExecuteAsync(ExpoId id, Actor actor, CancellationToken cancellationToken)
    {
        var seen = await show.ExecuteAsync(id, actor, cancellationToken);
        if (!seen.Succeeded)
        {
            return Error.NotFound;
        }

        if (seen.Value.Expo.ShownDraft is not { } number)
        {
            return Error.Stale;
        }

        var draft = await db.DraftAsync(id, number, cancellationToken);
        var planned = await db.PlannedAsync(id, number, firm: null, cancellationToken);
        return await change.ExecuteAsync(
            id,
            actor,
            AuditActions.ExpoPublished,
            ExpoState.Published,
            (expo, now) =>
            {
                var published = expo.Publish(draft.Broken(expo, now));
                if (published.Succeeded)
                {
                    db.Tell(expo, PlanChange.Between([], planned));
                    outbox.Tell(expo, seen.Value.Firms.Select(row => row.Firm.CompanyId));
                }

                return published;
            },
            _ => $"{number.ToString(CultureInfo.InvariantCulture)}: {planned.Count.ToString(CultureInfo.InvariantCulture)}",
            cancellationToken
        );
    }
}

/// <summary>Tells the firms of a published programme what has become of their meetings since they were told last.</summary>
public sealed class TellFirms(AppDbContext db, ShowProgramme show, ChangeExpo change, OutboxWriter outbox)
{
    public async Task<Result> ExecuteAsync(ExpoId id, Actor actor, CancellationToken cancellationToken)
    {
        var seen = await show.ExecuteAsync(id, actor, cancellationToken);
        if (!seen.Succeeded)
        {
            return Error.NotFound;
        }

        var changes = seen.Value.Changes;
        if (changes.Count == 0)
        {
            return ExpoErrors.NothingToTell;
        }

        return await change.ExecuteAsync(
            id,
            actor,
            AuditActions.ExpoFirmsTold,
            ExpoState.Finished,
            (expo, _) =>
            {
                var told = expo.Tell();
                if (told.Succeeded)
                {
                    db.Tell(expo, changes);
                    outbox.Tell(expo, changes.Firms());
                }

                return told;
            },
            _ => changes.Firms().Count.ToString(CultureInfo.InvariantCulture),
            cancellationToken
        );
    }
}

file static class Drafts
{
    public static Task<ScheduleDraft> DraftAsync(this AppDbContext db, ExpoId id, int number, CancellationToken cancellationToken) =>
        db.Set<ScheduleDraft>().WithMeetings().SingleAsync(draft => draft.ExpoId == id && draft.Number == number, cancellationToken);

    public static int Broken(this ScheduleDraft draft, Expo expo, DateTime now) =>
        DraftRules.Broken(draft.Problem(expo, now), draft.Placed).Count;
}
