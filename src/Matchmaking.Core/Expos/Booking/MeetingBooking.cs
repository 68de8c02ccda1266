using Matchmaking.Core.Common;

namespace Matchmaking.Core.Expos.Booking;

/// <summary>
/// A firm gave a meeting its time. One row a meeting, which the next booking of it replaces. A meeting that the organiser puts elsewhere
/// afterwards is no booking there.
/// </summary>
public sealed class MeetingBooking : Entity
{
    private MeetingBooking() { }

    /// <summary>Of an <see cref="Timetables.ExpoMeeting"/>.</summary>
    public Guid MeetingId { get; private init; }

    public CompanyId BookedBy { get; private set; }

    public DateTime BookedAt { get; private set; }

    /// <summary>UTC, of the slot.</summary>
    public DateTime Start { get; private set; }

    /// <summary>Null as long as neither firm has cancelled it. The other one cannot book the meeting again.</summary>
    public CompanyId? CancelledBy { get; private set; }

    public DateTime? CancelledAt { get; private set; }

    /// <param name="start">UTC: when the meeting stands.</param>
    public bool StandsAt(DateTime start) => CancelledBy is null && Start == start;

    public bool IsCancelledByOther(CompanyId firm) => CancelledBy is { } other && other != firm;

    internal static MeetingBooking Of(Guid meeting) => new() { MeetingId = meeting };

    internal void Book(CompanyId firm, DateTime start, DateTime now) =>
        (BookedBy, BookedAt, Start, CancelledBy, CancelledAt) = (firm, now, start, null, null);

    internal void Cancel(CompanyId firm, DateTime now) => (CancelledBy, CancelledAt) = (firm, now);
}
