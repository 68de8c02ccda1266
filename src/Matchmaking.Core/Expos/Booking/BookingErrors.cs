using Matchmaking.Core.Common;

namespace Matchmaking.Core.Expos.Booking;

public static class BookingErrors
{
    /// <summary>Firms book while they see a preliminary programme.</summary>
    public static readonly Error Closed = new("booking.closed", ErrorKind.Conflict);

    /// <summary>There is no meeting to book.</summary>
    public static readonly Error NothingWished = new("booking.nothing-wished", ErrorKind.Conflict);

    /// <summary>The time no longer suits both, whatever the reason.</summary>
    public static readonly Error TimeGone = new("booking.time-gone", ErrorKind.Conflict);

    /// <summary>The other side was faster, or the organiser.</summary>
    public static readonly Error StandsAlready = new("booking.stands-already", ErrorKind.Conflict);

    /// <summary>It was cancelled or moved meanwhile, or the organiser holds it, or it has begun.</summary>
    public static readonly Error NotCancellable = new("booking.not-cancellable", ErrorKind.Conflict);

    /// <summary>So many book at this moment that somebody else was faster each time.</summary>
    public static readonly Error Crowded = new("booking.crowded", ErrorKind.Conflict);

    /// <summary>Meetings that firms have booked would not stand in a draft where they were booked.</summary>
    public static Error Lost(int count) => new("booking.lost", ErrorKind.Conflict, null, count);
}
