using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Programme;
using Matchmaking.Core.Expos.Timetables;

namespace Matchmaking.Core.Expos.Day;

public enum MeetingHeld
{
    Held,

    /// <summary>The first side did not come.</summary>
    NoShowA,
    NoShowB,
    NoShowBoth,
}

/// <summary>Whether a meeting took place, and else who did not come. A meeting that is put elsewhere afterwards has not been recorded there.</summary>
public sealed class MeetingRecord : Entity
{
    private MeetingRecord() { }

    /// <summary>Of an <see cref="ExpoMeeting"/>.</summary>
    public Guid MeetingId { get; private init; }

    /// <summary>UTC: when it was to be.</summary>
    public DateTime Start { get; private set; }

    public MeetingHeld State { get; private set; }

    public Guid RecordedBy { get; private set; }

    public DateTime RecordedAt { get; private set; }

    public bool IsOf(PlannedMeeting meeting) => MeetingId == meeting.Id && Start == meeting.Start;

    internal static MeetingRecord Of(Guid meeting) => new() { MeetingId = meeting };

    internal void Set(MeetingHeld state, DateTime start, Guid person, DateTime now) =>
        (State, Start, RecordedBy, RecordedAt) = (state, start, person, now);
}
