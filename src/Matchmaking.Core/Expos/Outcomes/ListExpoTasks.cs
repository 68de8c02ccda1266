using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Day;
using Matchmaking.Core.Expos.Programme;
using Matchmaking.Core.Expos.Setup;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Outcomes;

/// <summary>What waits for the actor's firm at the expos that it attends, as long as it can be done; the most urgent first.</summary>
public sealed class ListExpoTasks(AppDbContext db, TimeProvider clock)
{
    private static readonly ExpoState[] Open = [ExpoState.Preliminary, ExpoState.Published, ExpoState.Live];

    public async Task<IReadOnlyList<ExpoTask>> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (actor.CompanyId is not { } company)
        {
            return [];
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var attended = await db.Set<ExpoFirm>()
            .AsNoTracking()
            .Where(firm => firm.CompanyId == company && firm.State == ExpoFirmState.Attending)
            .Join(db.Set<Expo>(), firm => firm.ExpoId, expo => expo.Id, (firm, expo) => new { Firm = firm.Id, Expo = expo })
            .Where(item => Open.Contains(item.Expo.State))
            .OrderBy(item => item.Expo.Profile.FirstDay)
            .ThenBy(item => item.Expo.Id)
            .Select(item => new Attended(item.Expo.Id, item.Firm, item.Expo.Profile, item.Expo.State, item.Expo.ShownDraft))
            .ToListAsync(cancellationToken);
        var tasks = new List<ExpoTask>();
        foreach (var expo in attended)
        {
            tasks.AddRange(
                expo.State == ExpoState.Preliminary
                    ? await OfPlanAsync(expo, company, cancellationToken)
                    : await OfPublishedAsync(expo, company, now, cancellationToken)
            );
        }

        return [.. tasks.OrderBy(task => task.Kind)];
    }

    private async Task<IEnumerable<ExpoTask>> OfPlanAsync(Attended expo, CompanyId company, CancellationToken cancellationToken)
    {
        var planned = await db.PlannedAsync(expo.Id, expo.ShownDraft, company, cancellationToken);
        var answer = await db.Set<PlanAnswer>().AsNoTracking().SingleOrDefaultAsync(item => item.FirmId == expo.Firm, cancellationToken);
        var standing = answer?.Standing(PlanRevision.Of(planned)) ?? PlanStanding.Waiting;
        var isEmpty = planned.Count == 0 && expo.Profile.Scheduling == SchedulingMode.Participants;
        return standing == PlanStanding.Waiting && !isEmpty
            ? [new ExpoTask(expo.Id, expo.Profile.Names, ExpoTaskKind.Confirm, planned.Count, null, null)]
            : [];
    }

    private async Task<IEnumerable<ExpoTask>> OfPublishedAsync(
        Attended expo,
        CompanyId company,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        var tasks = new List<ExpoTask>();
        foreach (var offer in await db.OpenOffersAsync(expo.Id, company, now, cancellationToken))
        {
            if (!offer.IsAcceptedBy(company))
            {
                var partner = offer.Meeting.Beside(company);
                var names = await db
                    .Companies.Where(item => item.Id == partner)
                    .Select(item => item.Profile.Names)
                    .SingleAsync(cancellationToken);
                tasks.Add(new ExpoTask(expo.Id, expo.Profile.Names, ExpoTaskKind.Offer, 1, offer.ExpiresAt, names));
            }
        }

        var unsaid = (await db.UnsaidAsync(expo.Id, company, now, cancellationToken)).Count;
        if (unsaid > 0)
        {
            tasks.Add(new ExpoTask(expo.Id, expo.Profile.Names, ExpoTaskKind.Outcomes, unsaid, null, null));
        }

        return tasks;
    }

    private sealed record Attended(ExpoId Id, Guid Firm, ExpoProfile Profile, ExpoState State, int? ShownDraft);
}

/// <summary>In the order of urgency.</summary>
public enum ExpoTaskKind
{
    /// <summary>A free place can be taken for a short time.</summary>
    Offer,

    /// <summary>The preliminary plan waits for an answer.</summary>
    Confirm,

    /// <summary>The firm has not said what came of its meetings.</summary>
    Outcomes,
}

/// <param name="Meetings">That it is about.</param>
/// <param name="Until">UTC; null where no time is set.</param>
/// <param name="Partner">Of an offered place.</param>
public sealed record ExpoTask(ExpoId Expo, LocalizedText Names, ExpoTaskKind Kind, int Meetings, DateTime? Until, LocalizedText? Partner);
