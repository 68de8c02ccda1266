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
    /// <param name="meeting">Null where booking was opened.</param>
    /// <returns>Null where there is nothing to say any more.</returns>
    public async Task<BookingNotice?> ExecuteAsync(ExpoId id, CompanyId company, Guid? meeting, CancellationToken cancellationToken)
    {
        var expo = await db.Set<Expo>().AsNoTracking().SingleOrDefaultAsync(item => item.Id == id, cancellationToken);
        var attends = await db.Set<ExpoFirm>()
            .AnyAsync(item => item.ExpoId == id && item.CompanyId == company && item.State == ExpoFirmState.Attending, cancellationToken);
        if (expo is not { IsOpenForBooking: true } || !attends)
        {
            return null;
        }

        return meeting is { } changed
            ? await OfChangeAsync(expo, company, changed, cancellationToken)
            : new BookingNotice(id, expo.Profile, BookingNoticeKind.Opened, null, null, null);
    }

    /// <summary>Of what was booked, cancelled and booked again meanwhile, the last.</summary>
    private async Task<BookingNotice?> OfChangeAsync(Expo expo, CompanyId company, Guid id, CancellationToken cancellationToken)
    {
        var booking = await db.Set<MeetingBooking>().AsNoTracking().SingleOrDefaultAsync(item => item.MeetingId == id, cancellationToken);
        var pair = await db.Set<ExpoMeeting>().AsNoTracking().SingleOrDefaultAsync(item => item.Id == id, cancellationToken);
        if (booking is null || pair is null || (booking.CancelledBy ?? booking.BookedBy) == company)
        {
            return null;
        }

        var partner = pair.Beside(company);
        var names = await db.Companies.Where(item => item.Id == partner).Select(item => item.Profile.Names).SingleAsync(cancellationToken);
        if (booking.CancelledBy is not null)
        {
            return new BookingNotice(expo.Id, expo.Profile, BookingNoticeKind.Cancelled, names, booking.Start, null);
        }

        var planned = (await db.PlannedAsync(expo.Id, expo.ShownDraft, company, cancellationToken)).FirstOrDefault(item => item.Id == id);
        return planned is not null && booking.StandsAt(planned.Start)
            ? new BookingNotice(expo.Id, expo.Profile, BookingNoticeKind.Booked, names, planned.Start, planned)
            : null;
    }
}

public enum BookingNoticeKind
{
    Opened,
    Booked,
    Cancelled,
}

/// <param name="Partner">Who booked or cancelled the meeting; null where booking was opened.</param>
/// <param name="Start">UTC: when the meeting is, or was to be.</param>
/// <param name="Meeting">Null unless it is booked.</param>
public sealed record BookingNotice(
    ExpoId Expo,
    ExpoProfile Profile,
    BookingNoticeKind Kind,
    LocalizedText? Partner,
    DateTime? Start,
    PlannedMeeting? Meeting
);
