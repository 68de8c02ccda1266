using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Participation;
using Matchmaking.Core.Expos.Programme;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Expos.Timetables;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Day;

/// <summary>Who could take a free place of a slot that is still to come, and to whom one was offered.</summary>
public sealed class ReadOffers(AppDbContext db, ReadDay read, MutualWishes wishes)
{
    public async Task<Result<SlotOffers>> ExecuteAsync(ExpoId id, Guid slot, Actor actor, CancellationToken cancellationToken)
    {
        var day = await read.ExecuteAsync(id, actor, cancellationToken);
        if (!day.Succeeded || day.Value.Expo.Slots.FirstOrDefault(item => item.Id == slot) is not { } place)
        {
            return Error.NotFound;
        }

        var (expo, now) = (day.Value.Expo, day.Value.Now);
        var draft = await db.Set<ScheduleDraft>()
            .AsNoTracking()
            .WithMeetings()
            .SingleAsync(item => item.ExpoId == id && item.Number == expo.ShownDraft, cancellationToken);
        var offers = await db.Set<PlaceOffer>()
            .AsNoTracking()
            .Include(offer => offer.Meeting)
            .Where(offer =>
                offer.Meeting.ExpoId == id && (offer.SlotId == slot || (offer.State == OfferState.Open && offer.ExpiresAt > now))
            )
            .OrderByDescending(offer => offer.OfferedAt)
            .ToListAsync(cancellationToken);
        var here = offers.FindAll(offer => offer.SlotId == slot);
        return new SlotOffers(
            day.Value,
            place,
            expo.Tables.Count - day.Value.Planned.Count(meeting => meeting.Start == place.Start),
            here,
            place.Start <= now ? [] : (await WaitingAsync(expo, draft, place, offers, cancellationToken)).InOrder()
        );
    }

    private async Task<IEnumerable<WaitingPair>> WaitingAsync(
        Expo expo,
        ScheduleDraft draft,
        ExpoSlot slot,
        List<PlaceOffer> offers,
        CancellationToken cancellationToken
    )
    {
        var wished = (await wishes.ReadAsync(expo, cancellationToken)).ToDictionary(meeting => meeting.Id);
        var since = await db.Set<ExpoWish>()
            .Where(wish => wish.ExpoId == expo.Id)
            .Select(wish => new
            {
                wish.From,
                wish.To,
                wish.ChangedAt,
            })
            .ToDictionaryAsync(wish => (wish.From, wish.To), wish => wish.ChangedAt, cancellationToken);

        // Neither who is asked at present, nor who was asked for this place, nor who was taken off it.
        var asked = offers.Select(offer => offer.MeetingId).ToHashSet();
        asked.UnionWith(
            (await db.ToldAsync(expo.Id, firm: null, cancellationToken))
                .Where(told => told.Start == slot.Start)
                .Select(told => told.MeetingId)
        );
        var busy = offers
            .Where(offer => offer.SlotId == slot.Id && offer.State == OfferState.Open)
            .SelectMany(offer => new[] { offer.Meeting.A, offer.Meeting.B })
            .ToHashSet();
        var held = draft
            .Meetings.Where(meeting => meeting.Placement is not null)
            .SelectMany(meeting => new[] { meeting.Meeting.A, meeting.Meeting.B })
            .CountBy(firm => firm)
            .ToDictionary();
        var rules = new PlacementRules(draft.Problem(expo), draft.Placed, draft.Locked);
        return from meeting in draft.Meetings
            where meeting.Placement is null && wished.ContainsKey(meeting.MeetingId) && !asked.Contains(meeting.MeetingId)
            let pair = meeting.Meeting
            where !busy.Contains(pair.A) && !busy.Contains(pair.B)
            where rules.FreePlace(EngineId.Of(pair.Id), EngineId.Of(slot.Id)) is not null
            let wish = wished[pair.Id]
            let times = new[] { (pair.A, pair.B), (pair.B, pair.A) }.Where(since.ContainsKey).Select(sides => since[sides])
            select new WaitingPair(
                pair.Id,
                pair.A,
                pair.B,
                wish.IsMust,
                held.GetValueOrDefault(pair.A),
                held.GetValueOrDefault(pair.B),
                wish.Weight,
                times.Max()
            );
    }
}

/// <param name="Free">How many tables of the slot nobody sits at.</param>
/// <param name="Offers">Those of the slot, the latest first.</param>
/// <param name="Waiting">In the order in which they are offered a place.</param>
public sealed record SlotOffers(ExpoDay Day, ExpoSlot Slot, int Free, IReadOnlyList<PlaceOffer> Offers, IReadOnlyList<WaitingPair> Waiting)
{
    /// <summary>No more places are offered at a time than there are.</summary>
    public bool MayOffer => Waiting.Count > 0 && Offers.Count(offer => offer.At(Day.Now) == OfferState.Open) < Free;
}
