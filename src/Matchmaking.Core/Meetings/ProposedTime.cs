using Matchmaking.Core.Common;

namespace Matchmaking.Core.Meetings;

/// <summary>One time that a side has proposed. Earlier rounds stay as history.</summary>
public sealed class ProposedTime
{
    private ProposedTime() { }

    internal ProposedTime(MeetingRequestId meeting, int round, MeetingSide side, TimeSlot slot)
    {
        MeetingRequestId = meeting;
        Round = round;
        Side = side;
        Start = slot.Start;
        Minutes = slot.Minutes;
    }

    public MeetingRequestId MeetingRequestId { get; private init; }

    /// <summary>From 1, over both sides.</summary>
    public int Round { get; private init; }

    public MeetingSide Side { get; private init; }

    public DateTime Start { get; private init; }

    public int Minutes { get; private init; }

    public TimeSlot Slot => new(Start, Minutes);
}
