using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Expos.Timetables;

namespace Matchmaking.Core.Expos.Booking;

/// <summary>A firm gives a meeting its time; table and interpreter come with it. The other side is told.</summary>
public sealed class BookMeeting(AppDbContext db, SaveBooking save)
{
    /// <param name="slot">Of an <see cref="ExpoSlot"/>.</param>
    public Task<Result> ExecuteAsync(ExpoId id, Guid meeting, Guid slot, Actor actor, CancellationToken cancellationToken) =>
        save.ExecuteAsync(id, meeting, AuditActions.ExpoMeetingBooked, desk => Book(desk, meeting, slot), actor, cancellationToken);

    private Result Book(BookingDesk desk, Guid id, Guid slotId)
    {
        if (desk.Bookable(id) is not { } meeting)
        {
            return Error.NotFound;
        }

        if (meeting.Placement is not null)
        {
            return BookingErrors.StandsAlready;
        }

        if (desk.Expo.Slots.FirstOrDefault(item => item.Id == slotId) is not { } slot || desk.PlaceIn(meeting, slot) is not { } place)
        {
            return BookingErrors.TimeGone;
        }

        desk.Put(meeting, place);
        if (desk.Booking(meeting) is not { } booking)
        {
            booking = MeetingBooking.Of(id);
            db.Add(booking);
        }

        booking.Book(desk.Firm, slot.Start, desk.Now);
        return Result.Success;
    }
}

/// <summary>A firm gives back a time that it booked or that was booked with it. The other side is told, and cannot book the meeting again.</summary>
public sealed class CancelBooking(SaveBooking save)
{
    public Task<Result> ExecuteAsync(ExpoId id, Guid meeting, Actor actor, CancellationToken cancellationToken) =>
        save.ExecuteAsync(id, meeting, AuditActions.ExpoBookingCancelled, desk => Cancel(desk, meeting), actor, cancellationToken);

    private static Result Cancel(BookingDesk desk, Guid id)
    {
        if (desk.Find(id) is not { } meeting)
        {
            return Error.NotFound;
        }

        if (desk.Cancellable.All(item => item.Meeting != meeting))
        {
            return BookingErrors.NotCancellable;
        }

        desk.Put(meeting, to: null);
        desk.Booking(meeting)!.Cancel(desk.Firm, desk.Now);
        return Result.Success;
    }
}
