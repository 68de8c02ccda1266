using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Participation;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Expos.Timetables;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Booking;

/// <summary>
/// What a firm can book and cancel. Of other firms it says which times suit both; never why another does not, nor what else they do.
/// </summary>
public sealed class ReadBooking(AppDbContext db, ReadParticipation read, OpenDesk open)
{
    public async Task<Result<FirmBooking>> ExecuteAsync(ExpoId id, Actor actor, CancellationToken cancellationToken)
    {
        var expo = await read.ExecuteAsync(id, actor, cancellationToken);
        var opened = expo.Succeeded ? await open.ExecuteAsync(id, actor, cancellationToken) : Error.NotFound;
        if (!opened.Succeeded)
        {
            return Result<FirmBooking>.Failure(opened.Errors);
        }

        var desk = opened.Value;
        var names = await db.FirmsOfAsync(id, cancellationToken);
        var own = await db.Set<ExpoWish>()
            .Where(wish => wish.ExpoId == id && wish.From == desk.Firm)
            .ToDictionaryAsync(wish => wish.To, wish => wish.Kind, cancellationToken);
        return new FirmBooking(
            expo.Value,
            [
                .. desk.Open.Select(meeting =>
                {
                    var partner = meeting.Meeting.Beside(desk.Firm);
                    return new BookablePartner(
                        meeting.MeetingId,
                        partner,
                        names[partner],
                        own.TryGetValue(partner, out var wish) ? wish : null,
                        [.. desk.Times(meeting)]
                    );
                }),
            ],
            [
                .. desk.Cancellable.Select(item =>
                {
                    var partner = item.Meeting.Meeting.Beside(desk.Firm);
                    var isOwn = desk.Booking(item.Meeting)!.BookedBy == desk.Firm;
                    return new BookedMeeting(item.Meeting.MeetingId, partner, names[partner], item.Slot, isOwn);
                }),
            ],
            desk.Maximum is { } most && desk.Placed >= most
        );
    }
}

/// <param name="Partners">With whom it can book; also those with whom no time suits at present.</param>
/// <param name="Booked">What it can cancel.</param>
/// <param name="IsFull">It has as many meetings as it may have.</param>
public sealed record FirmBooking(
    ExpoParticipation Expo,
    IReadOnlyList<BookablePartner> Partners,
    IReadOnlyList<BookedMeeting> Booked,
    bool IsFull
);

/// <param name="Wish">What the reading firm wishes of it; null for nothing.</param>
/// <param name="Times">That suit both, in time order.</param>
public sealed record BookablePartner(Guid Meeting, CompanyId Firm, LocalizedText Names, WishKind? Wish, IReadOnlyList<ExpoSlot> Times);

/// <param name="IsOwn">The reading firm booked it, not the other.</param>
public sealed record BookedMeeting(Guid Meeting, CompanyId Partner, LocalizedText Names, ExpoSlot Slot, bool IsOwn);
