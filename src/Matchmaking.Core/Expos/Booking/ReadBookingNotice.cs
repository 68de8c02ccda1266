using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Programme;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Expos.Timetables;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Booking;

/// <summary>What a mail about booking says to one firm, as it holds when the mail is written.</summary>
public sealed class ReadBookingNotice(AppDbContext db)
{
    /// <param name="window">Null where booking was opened.</param>
    /// <returns>Null where there is nothing to say any more.</returns>
    public async Task<BookingNotice?> ExecuteAsync(ExpoId id, CompanyId company, BookingWindow? window, CancellationToken cancellationToken)
    {
        var expo = await db.Set<Expo>().AsNoTracking().SingleOrDefaultAsync(item => item.Id == id, cancellationToken);
        var attends = await db.Set<ExpoFirm>()
            .AnyAsync(item => item.ExpoId == id && item.CompanyId == company && item.State == ExpoFirmState.Attending, cancellationToken);
        if (expo is not { IsOpenForBooking: true } || !attends)
        {
            return null;
        }

        var changes = window is { } gathered ? await ChangesAsync(expo, company, gathered, cancellationToken) : [];
        return window is null || changes.Count > 0 ? new BookingNotice(id, expo.Profile, changes) : null;
    }

    /// <summary>Of what was booked, cancelled and booked again within the window, the last. In time order of the meetings.</summary>
    private async Task<IReadOnlyList<BookingChange>> ChangesAsync(
        Expo expo,
        CompanyId company,
        BookingWindow window,
        CancellationToken cancellationToken
    )
    {
        var pairs = await db.Set<ExpoMeeting>()
            .AsNoTracking()
            .Where(meeting => meeting.ExpoId == expo.Id && (meeting.A == company || meeting.B == company))
            .Join(
                db.Set<MeetingBooking>().AsNoTracking(),
                meeting => meeting.Id,
                booking => booking.MeetingId,
                (meeting, booking) => new { Pair = meeting, Booking = booking }
            )
            .ToListAsync(cancellationToken);
        var planned = (await db.PlannedAsync(expo.Id, expo.ShownDraft, company, cancellationToken)).ToDictionary(meeting => meeting.Id);
        var changed = pairs
            .Select(pair => (Partner: pair.Pair.Beside(company), pair.Booking))
            .Where(item => IsNews(item.Booking, item.Partner, window))
            .Select(item => (item.Partner, item.Booking, Meeting: planned.GetValueOrDefault(item.Booking.MeetingId)))
            .Where(item => item.Booking.CancelledBy is not null || (item.Meeting is { } stands && item.Booking.StandsAt(stands.Start)))
            .OrderBy(item => item.Booking.Start)
            .ToList();
        var names = await db.FirmsOfAsync(expo.Id, cancellationToken);
        return
        [
            .. changed.Select(item => new BookingChange(
                names[item.Partner],
                item.Booking.Start,
                item.Booking.CancelledBy is null ? item.Meeting : null
            )),
        ];
    }

    /// <summary>What the partner did. A booking that it took back before anybody was told of it is none.</summary>
    private static bool IsNews(MeetingBooking booking, CompanyId partner, BookingWindow window)
    {
        var isBooked = booking.BookedBy == partner && window.Holds(booking.BookedAt);
        return booking.CancelledBy is { } side ? side == partner && window.Holds(booking.CancelledAt) && !isBooked : isBooked;
    }
}

/// <param name="Changes">None where booking was opened.</param>
public sealed record BookingNotice(ExpoId Expo, ExpoProfile Profile, IReadOnlyList<BookingChange> Changes);

/// <param name="Partner">Who booked or cancelled the meeting.</param>
/// <param name="Start">UTC: when the meeting is, or was to be.</param>
/// <param name="Booked">Null where it is cancelled.</param>
public sealed record BookingChange(LocalizedText Partner, DateTime Start, PlannedMeeting? Booked);
