using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Programme;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Expos.Timetables;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Day;

/// <summary>A published expo as it goes on, for the agency that organises it.</summary>
public sealed class ReadDay(AppDbContext db, ReadExpo read, TimeProvider clock)
{
    public async Task<Result<ExpoDay>> ExecuteAsync(ExpoId id, Actor actor, CancellationToken cancellationToken)
    {
        var found = await read.ExecuteAsync(id, actor, cancellationToken);
        if (!found.Succeeded || found.Value.State < ExpoState.Published)
        {
            return Error.NotFound;
        }

        var (expo, now) = (found.Value, clock.GetUtcNow().UtcDateTime);
        var day = expo.Profile.DayAt(now);
        var arrivals = await db.Set<Arrival>()
            .Where(arrival => arrival.Day == day)
            .Join(db.Set<ExpoFirm>().Where(firm => firm.ExpoId == id), arrival => arrival.FirmId, firm => firm.Id, (arrival, _) => arrival)
            .ToDictionaryAsync(arrival => arrival.FirmId, arrival => arrival.At, cancellationToken);
        return new ExpoDay(
            expo,
            now,
            day,
            await db.PlannedAsync(id, expo.ShownDraft, firm: null, cancellationToken),
            await db.FirmsOfAsync(id, cancellationToken),
            arrivals,
            await db.RecordsAsync(id, cancellationToken)
        );
    }
}

/// <param name="Now">UTC.</param>
/// <param name="Day">As in <see cref="ExpoProfile.DayAt"/>.</param>
/// <param name="Planned">As it stands, in time order.</param>
/// <param name="Names">Of the firms of the expo.</param>
/// <param name="Arrivals">When firms came on that day, in UTC; by the id of the <see cref="ExpoFirm"/>.</param>
/// <param name="Records">By the id of the meeting.</param>
public sealed record ExpoDay(
    Expo Expo,
    DateTime Now,
    DateOnly Day,
    IReadOnlyList<PlannedMeeting> Planned,
    IReadOnlyDictionary<CompanyId, LocalizedText> Names,
    IReadOnlyDictionary<Guid, DateTime> Arrivals,
    IReadOnlyDictionary<Guid, MeetingRecord> Records
)
{
    private readonly Lazy<IReadOnlyDictionary<CompanyId, ExpoFirm>> attending = new(() =>
        Expo.Firms.Where(firm => firm.State == ExpoFirmState.Attending).ToDictionary(firm => firm.CompanyId)
    );

    public IEnumerable<ExpoFirm> Attending => attending.Value.Values;

    public bool IsHere(ExpoFirm firm) => Arrivals.ContainsKey(firm.Id);

    public bool IsHere(CompanyId company) => attending.Value.TryGetValue(company, out var firm) && IsHere(firm);

    /// <summary>Null as long as nobody has said whether it took place.</summary>
    public MeetingHeld? Held(PlannedMeeting meeting) =>
        Records.TryGetValue(meeting.Id, out var record) && record.IsOf(meeting) ? record.State : null;
}

internal static class DayQueries
{
    /// <summary>Places that a firm can still take, or has taken while the other side has not, the earliest meeting first.</summary>
    /// <param name="now">UTC.</param>
    public static async Task<IReadOnlyList<PlaceOffer>> OpenOffersAsync(
        this AppDbContext db,
        ExpoId id,
        CompanyId firm,
        DateTime now,
        CancellationToken cancellationToken
    ) =>
        await db.Set<PlaceOffer>()
            .AsNoTracking()
            .Include(offer => offer.Meeting)
            .Where(offer => offer.Meeting.ExpoId == id && (offer.Meeting.A == firm || offer.Meeting.B == firm))
            .Where(offer => offer.State == OfferState.Open && offer.ExpiresAt > now)
            .OrderBy(offer => offer.Start)
            .ToListAsync(cancellationToken);

    /// <summary>Ids of meetings to which a side did not come at the time at which the draft that firms see has them.</summary>
    /// <param name="shown">The number of that draft, or null.</param>
    public static Task<HashSet<Guid>> MissedAsync(this AppDbContext db, ExpoId id, int? shown, CancellationToken cancellationToken) =>
        (
            from draft in db.Set<ScheduleDraft>()
            join placement in db.Set<Placement>() on draft.Id equals placement.DraftId
            join slot in db.Set<ExpoSlot>() on placement.SlotId equals slot.Id
            join record in db.Set<MeetingRecord>() on placement.MeetingId equals record.MeetingId
            where draft.ExpoId == id && draft.Number == shown && record.Start == slot.Start && record.State != MeetingHeld.Held
            select record.MeetingId
        ).ToHashSetAsync(cancellationToken);

    /// <summary>What has been said of meetings, by their ids.</summary>
    public static async Task<IReadOnlyDictionary<Guid, MeetingRecord>> RecordsAsync(
        this AppDbContext db,
        ExpoId id,
        CancellationToken cancellationToken
    ) =>
        await db.Set<MeetingRecord>()
            .AsNoTracking()
            .Where(record => db.Set<ExpoMeeting>().Any(meeting => meeting.Id == record.MeetingId && meeting.ExpoId == id))
            .ToDictionaryAsync(record => record.MeetingId, cancellationToken);
}
