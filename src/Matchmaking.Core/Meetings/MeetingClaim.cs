using Matchmaking.Core.Common;

namespace Matchmaking.Core.Meetings;

/// <summary>
/// A quarter hour of one person that a confirmed meeting holds. Its key, person and quarter, is what makes double booking impossible:
/// overlapping meetings share a quarter, and whoever commits second breaks the key, whichever firm the person acts for.
/// </summary>
public sealed class MeetingClaim
{
    private MeetingClaim() { }

    internal MeetingClaim(MeetingRequestId meeting, MeetingSide side, Guid userId, DateTime quarterStart)
    {
        MeetingRequestId = meeting;
        Side = side;
        UserId = userId;
        QuarterStart = quarterStart;
    }

    public Guid UserId { get; private init; }

    public DateTime QuarterStart { get; private init; }

    public MeetingRequestId MeetingRequestId { get; private init; }

    public MeetingSide Side { get; private init; }
}
