using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Programme;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Expos.Timetables;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Booking;

internal static class BookingQueries
{
    /// <summary>What firms have booked, by meeting; also what was cancelled since, or put elsewhere.</summary>
    public static async Task<IReadOnlyDictionary<Guid, MeetingBooking>> BookingsAsync(
        this AppDbContext db,
        ExpoId id,
        CancellationToken cancellationToken
    ) =>
        await db.Set<MeetingBooking>()
            .AsNoTracking()
            .Where(booking => db.Set<ExpoMeeting>().Any(meeting => meeting.Id == booking.MeetingId && meeting.ExpoId == id))
            .ToDictionaryAsync(booking => booking.MeetingId, cancellationToken);

    /// <summary>How many bookings stand in the shown draft and not, at the same time, in another.</summary>
    /// <param name="number">Of the other draft.</param>
    public static async Task<int> LostBookingsAsync(this AppDbContext db, Expo expo, int number, CancellationToken cancellationToken)
    {
        var bookings = await db.BookingsAsync(expo.Id, cancellationToken);
        var kept = (await db.PlannedAsync(expo.Id, number, firm: null, cancellationToken))
            .Select(meeting => (meeting.Id, meeting.Start))
            .ToHashSet();
        return (await db.PlannedAsync(expo.Id, expo.ShownDraft, firm: null, cancellationToken)).Count(meeting =>
            bookings.GetValueOrDefault(meeting.Id)?.StandsAt(meeting.Start) == true && !kept.Contains((meeting.Id, meeting.Start))
        );
    }
}
