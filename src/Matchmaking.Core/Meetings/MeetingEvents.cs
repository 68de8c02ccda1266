using System.Globalization;
using Matchmaking.Core.Common;
using Matchmaking.Core.Outbox;

namespace Matchmaking.Core.Meetings;

public static class MeetingEvents
{
    /// <summary>A side has taken a step; the payload names the meeting and the step.</summary>
    public const string Stepped = "meeting-stepped";

    public static OutboxEvent OfStep(MeetingRequest meeting) =>
        new(Stepped, string.Create(CultureInfo.InvariantCulture, $"{meeting.Id}:{meeting.StepCount}"));

    public static (MeetingRequestId Meeting, int Step) Read(string payload)
    {
        var parts = payload.Split(':');
        return (MeetingRequestId.From(Guid.Parse(parts[0])), int.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
