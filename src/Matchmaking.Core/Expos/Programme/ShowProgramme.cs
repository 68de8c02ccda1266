using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Expos.Timetables;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Programme;

/// <summary>What firms see of the schedule, and what they say to it, for the organiser.</summary>
public sealed class ShowProgramme(AppDbContext db, ReadExpo read, TimeProvider clock)
{
    public async Task<Result<ProgrammeOverview>> ExecuteAsync(ExpoId id, Actor actor, CancellationToken cancellationToken)
    {
        var found = await read.ExecuteAsync(id, actor, cancellationToken);
        if (!found.Succeeded)
        {
            return Error.NotFound;
        }

        var expo = found.Value;
        var drafts = db.Set<ScheduleDraft>().AsNoTracking().Where(item => item.ExpoId == id);
        var number = expo.ShownDraft ?? await drafts.CurrentNumberAsync(cancellationToken);
        var draft = await drafts.WithMeetings().SingleOrDefaultAsync(item => item.Number == number, cancellationToken);
        var planned = await db.PlannedAsync(id, number, firm: null, cancellationToken);
        var names = await db.FirmsOfAsync(id, cancellationToken);
        var changes =
            expo.State >= ExpoState.Published
                ? PlanChange.Between((await db.ToldAsync(id, firm: null, cancellationToken)).Standing(), planned)
                : [];
        var attending = expo.Firms.Where(firm => firm.State == ExpoFirmState.Attending).ToList();
        var told = changes.Count > 0 ? changes.Firms() : attending.Select(firm => firm.CompanyId).ToHashSet();
        return new ProgrammeOverview(
            expo,
            number,
            draft is null ? 0 : DraftRules.Broken(draft.Problem(expo, clock.GetUtcNow().UtcDateTime), draft.Placed).Count,
            planned.Count,
            await RowsAsync(attending, planned, cancellationToken),
            changes,
            await db.MailsAsync(told, cancellationToken),
            names
        );
    }

    private async Task<IReadOnlyList<ProgrammeRow>> RowsAsync(
        List<ExpoFirm> attending,
        IReadOnlyList<PlannedMeeting> planned,
        CancellationToken cancellationToken
    )
    {
        var ids = attending.ConvertAll(firm => firm.Id);
        var answers = await db.Set<PlanAnswer>()
            .AsNoTracking()
            .Where(answer => ids.Contains(answer.FirmId))
            .ToDictionaryAsync(answer => answer.FirmId, cancellationToken);
        var plans = planned
            .SelectMany(meeting => new[] { (Firm: meeting.A, Meeting: meeting), (Firm: meeting.B, Meeting: meeting) })
            .ToLookup(seat => seat.Firm, seat => seat.Meeting);
        return
        [
            .. attending.Select(firm => new ProgrammeRow(
                firm,
                plans[firm.CompanyId].Count(),
                PlanRevision.Of(plans[firm.CompanyId]),
                answers.GetValueOrDefault(firm.Id)
            )),
        ];
    }
}

/// <param name="Draft">The number of the draft that is shown, or would be; null where there is none.</param>
/// <param name="Broken">How many rules it breaks.</param>
/// <param name="Meetings">How many stand in it.</param>
/// <param name="Firms">Those that attend.</param>
/// <param name="Changes">Of a published programme: what firms have not been told yet.</param>
/// <param name="Mails">How many people get a mail when firms are told next.</param>
public sealed record ProgrammeOverview(
    Expo Expo,
    int? Draft,
    int Broken,
    int Meetings,
    IReadOnlyList<ProgrammeRow> Firms,
    IReadOnlyList<PlanChange> Changes,
    int Mails,
    IReadOnlyDictionary<CompanyId, LocalizedText> Names
)
{
    /// <summary>What is told together with what a firm does not know yet of its published meetings; empty where it knows all.</summary>
    public IReadOnlyList<PlanChange> UntoldAround(CompanyId firm) => Changes.Around(firm);

    public int Count(PlanStanding standing) => Firms.Count(row => row.Standing == standing);

    /// <summary>Those whose preliminary plan is neither the one that they were asked about last nor one that they have answered to.</summary>
    public IReadOnlyList<ProgrammeRow> WithOtherPlan =>
        Expo.State == ExpoState.Preliminary
            ? [.. Firms.Where(row => row.Standing == PlanStanding.Waiting && row.Revision != row.Firm.AskedPlan)]
            : [];
}

/// <param name="Revision">Of its plan as it stands.</param>
/// <param name="Answer">Null as long as the firm gave none.</param>
public sealed record ProgrammeRow(ExpoFirm Firm, int Meetings, string Revision, PlanAnswer? Answer)
{
    public PlanStanding Standing => Answer?.Standing(Revision) ?? PlanStanding.Waiting;
}
