using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Expos.Timetables;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Programme;

/// <summary>What a mail says to one firm, as it holds when the mail is written.</summary>
public sealed class ReadToldRound(AppDbContext db)
{
    /// <param name="round">0 for the question whether the preliminary plan suits.</param>
    /// <returns>Null where there is nothing to say any more: to a question also when the plan has become another, which the organiser sees.</returns>
    public async Task<ToldRound?> ExecuteAsync(ExpoId id, CompanyId company, int round, CancellationToken cancellationToken)
    {
        var expo = await db.Set<Expo>().AsNoTracking().SingleOrDefaultAsync(item => item.Id == id, cancellationToken);
        if (expo is null)
        {
            return null;
        }

        var firm = await db.Set<ExpoFirm>()
            .AsNoTracking()
            .SingleOrDefaultAsync(item => item.ExpoId == id && item.CompanyId == company, cancellationToken);
        var attends = firm?.State == ExpoFirmState.Attending;
        var names = await db.FirmsOfAsync(id, cancellationToken);
        if (round == 0)
        {
            var planned = await db.PlannedAsync(id, expo.ShownDraft, company, cancellationToken);
            var revision = PlanRevision.Of(planned);
            var isAsked = expo.State == ExpoState.Preliminary && attends && firm!.AskedPlan == revision;
            return isAsked && !await IsAnsweredAsync(firm!.Id, revision, cancellationToken)
                ? new ToldRound(id, expo.Profile, company, round, attends, planned, [], [], names)
                : null;
        }

        var rows = await db.ToldRowsAsync(id, company, cancellationToken);
        var before = rows.Where(row => row.Round < round).GroupBy(row => row.MeetingId).Select(earlier => earlier.MaxBy(row => row.Round)!);
        var now = rows.Where(row => row.Round == round).OrderBy(row => row.Start).ToList();
        var changed = now.Select(row => row.MeetingId).ToHashSet();
        return new ToldRound(
            id,
            expo.Profile,
            company,
            round,
            attends,
            now.Standing(),
            PlanChange.Between(before.Where(row => changed.Contains(row.MeetingId)).Standing(), now.Standing()),
            now,
            names
        );
    }

    private async Task<bool> IsAnsweredAsync(Guid firm, string revision, CancellationToken cancellationToken)
    {
        var answer = await db.Set<PlanAnswer>().AsNoTracking().SingleOrDefaultAsync(item => item.FirmId == firm, cancellationToken);
        return answer is not null && answer.Standing(revision) != PlanStanding.Waiting;
    }
}

/// <param name="Attends">The firm can open its programme.</param>
/// <param name="Planned">Its meetings that stand; after the first round those of the round alone.</param>
/// <param name="Changes">What the round changes.</param>
/// <param name="Rows">What the round tells, for the calendar.</param>
/// <param name="Names">Of the firms of the expo.</param>
public sealed record ToldRound(
    ExpoId Expo,
    ExpoProfile Profile,
    CompanyId Firm,
    int Round,
    bool Attends,
    IReadOnlyList<PlannedMeeting> Planned,
    IReadOnlyList<PlanChange> Changes,
    IReadOnlyList<ToldMeeting> Rows,
    IReadOnlyDictionary<CompanyId, LocalizedText> Names
);
