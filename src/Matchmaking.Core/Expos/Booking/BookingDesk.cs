using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Expos.Timetables;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Booking;

/// <summary>Reads what a firm may book and cancel at this moment, ready to be changed and saved.</summary>
public sealed class OpenDesk(AppDbContext db, MutualWishes wishes, TimeProvider clock)
{
    internal async Task<Result<BookingDesk>> ExecuteAsync(ExpoId id, Actor actor, CancellationToken cancellationToken)
    {
        var expo = await db.Set<Expo>()
            .WithParts()
            .SingleOrDefaultAsync(item => item.Id == id && item.Profile.Scheduling == SchedulingMode.Participants, cancellationToken);
        var own = expo?.Firms.FirstOrDefault(item => item.State == ExpoFirmState.Attending && item.CompanyId == actor.CompanyId);
        if (expo is null || own is null)
        {
            return Error.NotFound;
        }

        if (!expo.IsOpenForBooking)
        {
            return BookingErrors.Closed;
        }

        var firm = own.CompanyId;
        var draft = await db.Set<ScheduleDraft>()
            .WithMeetings()
            .Include(item => item.Moves)
            .SingleAsync(item => item.ExpoId == id && item.Number == expo.ShownDraft, cancellationToken);
        var wished = (await wishes.ReadAsync(expo, cancellationToken)).Select(meeting => meeting.Id).ToHashSet();
        var asking = await db.AskingAsync(id, firm, cancellationToken);
        var meetings = draft.Meetings.Where(meeting => meeting.Meeting.A == firm || meeting.Meeting.B == firm).ToList();
        var ids = meetings.ConvertAll(meeting => meeting.MeetingId);
        var bookings = await db.Set<MeetingBooking>()
            .Where(booking => ids.Contains(booking.MeetingId))
            .ToDictionaryAsync(booking => booking.MeetingId, cancellationToken);
        return new BookingDesk(
            new DraftUnderChange(expo, draft, clock.GetUtcNow().UtcDateTime),
            own,
            meetings,
            [
                .. meetings
                    .Where(meeting => wished.Contains(meeting.MeetingId))
                    .Where(meeting => asking.Contains(meeting.Meeting.Beside(firm)) || bookings.ContainsKey(meeting.MeetingId)),
            ],
            bookings
        );
    }
}

/// <summary>The draft that firms see, as one of them may change it.</summary>
/// <param name="meetings">Of the firm.</param>
/// <param name="asked">Those of them that the other side wishes, or that were booked before.</param>
/// <param name="bookings">Of its meetings, by their ids.</param>
internal sealed class BookingDesk(
    DraftUnderChange under,
    ExpoFirm own,
    IReadOnlyList<DraftMeeting> meetings,
    IReadOnlyList<DraftMeeting> asked,
    IReadOnlyDictionary<Guid, MeetingBooking> bookings
)
{
    private readonly PlacementRules rules = under.Rules;

    public Expo Expo => under.Expo;

    public CompanyId Firm => own.CompanyId;

    public DateTime Now => under.Now;

    public int? Maximum => own.MaxMeetings ?? Expo.Profile.MaxMeetings;

    public int Placed => meetings.Count(meeting => meeting.Placement is not null);

    /// <summary>What it may book once a time suits.</summary>
    public IEnumerable<DraftMeeting> Open => asked.Where(meeting => meeting.Placement is null && MayBook(meeting));

    /// <summary>Null for what is not the firm's, and for what it may not book wherever it stands.</summary>
    public DraftMeeting? Bookable(Guid id) => asked.FirstOrDefault(meeting => meeting.MeetingId == id && MayBook(meeting));

    /// <summary>Null for what is not the firm's.</summary>
    public DraftMeeting? Find(Guid id) => meetings.FirstOrDefault(meeting => meeting.MeetingId == id);

    public MeetingBooking? Booking(DraftMeeting meeting) => bookings.GetValueOrDefault(meeting.MeetingId);

    /// <summary>Slots still to come in which both sides, a table and, where they need one, an interpreter are free, in time order.</summary>
    public IEnumerable<ExpoSlot> Times(DraftMeeting meeting) =>
        Expo.Slots.OrderBy(slot => slot.Start).Where(slot => PlaceIn(meeting, slot) is not null);

    public PlacedMeeting? PlaceIn(DraftMeeting meeting, ExpoSlot slot) =>
        slot.Start > Now ? rules.FreePlace(EngineId.Of(meeting.MeetingId), EngineId.Of(slot.Id)) : null;

    /// <summary>Bookings that stand as they were booked, are still to come, and are not held by the organiser; with their slots.</summary>
    public IEnumerable<(DraftMeeting Meeting, ExpoSlot Slot)> Cancellable =>
        from meeting in meetings
        where meeting is { Placement: not null, IsLocked: false }
        let slot = Expo.Slots.Single(slot => slot.Id == meeting.Placement!.SlotId)
        where slot.Start > Now && Booking(meeting)?.StandsAt(slot.Start) == true
        select (meeting, slot);

    /// <param name="to">Null to give the place back.</param>
    public void Put(DraftMeeting meeting, PlacedMeeting? to)
    {
        under.Draft.Book(meeting, to, Now);
        // Whatever else changes about the expo at this moment makes the save stale.
        Expo.Touch(Now);
        if (!under.Settle().Succeeded)
        {
            throw new InvalidOperationException("A free place breaks a rule.");
        }
    }

    private bool MayBook(DraftMeeting meeting) => Booking(meeting)?.IsCancelledByOther(Firm) != true;
}
