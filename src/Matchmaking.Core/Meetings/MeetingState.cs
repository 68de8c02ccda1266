namespace Matchmaking.Core.Meetings;

/// <summary>
/// <c>Sent → {Unscheduled | Scheduled | CounterProposed | Declined | Withdrawn | Expired}</c>, <c>Unscheduled → {Scheduled | Cancelled}</c>,
/// <c>Scheduled → {Scheduled at another time | Cancelled}</c>. A proposed move is no state of its own: the agreed time stands until it is accepted.
/// </summary>
public enum MeetingState
{
    Sent,
    CounterProposed,

    /// <summary>Both sides said yes; the time is still open.</summary>
    Unscheduled,
    Scheduled,
    Declined,
    Withdrawn,
    Expired,
    Cancelled,
}

public enum MeetingSide
{
    Asking,
    Asked,
}

public enum MeetingFormat
{
    Online,
    AtAskingFirm,
    AtAskedFirm,
}

public static class MeetingSides
{
    public static MeetingSide Other(this MeetingSide side) => side == MeetingSide.Asking ? MeetingSide.Asked : MeetingSide.Asking;
}
