using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Day;
using Matchmaking.Core.Expos.Participation;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Expos.Timetables;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Programme;

/// <summary>
/// What an attending firm sees of its own meetings: nothing of drafts, of the preliminary plan where they stand now, and of a published one
/// what it was told last, as in its calendar.
/// </summary>
public sealed class ReadFirmProgramme(AppDbContext db, ReadParticipation read, TimeProvider clock)
{
    public async Task<Result<FirmProgramme>> ExecuteAsync(ExpoId id, Actor actor, CancellationToken cancellationToken)
    {
        var expo = await read.ExecuteAsync(id, actor, cancellationToken);
        if (!expo.Succeeded || expo.Value.Firm.State != ExpoFirmState.Attending)
        {
            return Error.NotFound;
        }

        var firm = expo.Value.Firm;
        var told = expo.Value.State >= ExpoState.Published ? await db.ToldAsync(id, firm.CompanyId, cancellationToken) : [];
        var shown = expo.Value.State == ExpoState.Preliminary ? expo.Value.ShownDraft : null;
        var meetings = shown is null ? told.Standing() : await db.PlannedAsync(id, shown, firm.CompanyId, cancellationToken);
        return new FirmProgramme(
            expo.Value,
            meetings,
            told,
            await db.FirmsOfAsync(id, cancellationToken),
            PlanRevision.Of(meetings),
            await db.Set<PlanAnswer>().AsNoTracking().SingleOrDefaultAsync(answer => answer.FirmId == firm.Id, cancellationToken),
            [.. (await db.RecordsAsync(id, cancellationToken)).Values.Where(record => meetings.Any(record.IsOf))],
            await db.OpenOffersAsync(id, firm.CompanyId, clock.GetUtcNow().UtcDateTime, cancellationToken)
        );
    }
}

/// <param name="Meetings">In time order.</param>
/// <param name="Told">What the firm was told last of each meeting, cancelled ones included; empty before the publication.</param>
/// <param name="Names">Of the firms of the expo.</param>
/// <param name="Revision">Of <paramref name="Meetings"/>.</param>
/// <param name="Answer">Null as long as it gave none.</param>
/// <param name="Records">Of its own meetings, whether they took place.</param>
/// <param name="Offers">Free places that it is offered at present, the earliest meeting first.</param>
public sealed record FirmProgramme(
    ExpoParticipation Expo,
    IReadOnlyList<PlannedMeeting> Meetings,
    IReadOnlyList<ToldMeeting> Told,
    IReadOnlyDictionary<CompanyId, LocalizedText> Names,
    string Revision,
    PlanAnswer? Answer,
    IReadOnlyList<MeetingRecord> Records,
    IReadOnlyList<PlaceOffer> Offers
)
{
    /// <summary>Null as long as the organiser has not said whether it took place.</summary>
    public MeetingHeld? Held(PlannedMeeting meeting) => Records.FirstOrDefault(record => record.IsOf(meeting))?.State;

    public bool MayAnswer => Expo.State == ExpoState.Preliminary;

    public bool MayBook => MayAnswer && Expo.Profile.Scheduling == SchedulingMode.Participants;

    public PlanStanding Standing => Answer?.Standing(Revision) ?? PlanStanding.Waiting;
}
