using System.Globalization;
using Matchmaking.Core.Common;
using Matchmaking.Core.Outbox;

namespace Matchmaking.Core.Meetings;

public static class MeetingEvents
{
    /// <summary>A side has taken a step; the payload names the meeting, the step and who no longer takes part through it.</summary>
    public const string Stepped = "meeting-stepped";

    /// <summary>Requests of a firm ended unanswered; the payload names the firm and the moment that their last steps bear.</summary>
    public const string Expired = "meetings-expired";

    /// <param name="relieved">Who took part before this step and does so no longer.</param>
    public static OutboxEvent OfStep(MeetingRequest meeting, Guid? relieved = null) =>
        new(Stepped, string.Create(CultureInfo.InvariantCulture, $"{meeting.Id}:{meeting.StepCount}:{relieved:N}"));

    public static OutboxEvent OfExpiry(CompanyId company, DateTime at) =>
        new(Expired, string.Create(CultureInfo.InvariantCulture, $"{company}:{at.Ticks}"));

    public static (MeetingRequestId Meeting, int Step, Guid? Relieved) Read(string payload)
    {
        var parts = payload.Split(':');
        return (
            MeetingRequestId.From(Guid.Parse(parts[0])),
            int.Parse(parts[1], CultureInfo.InvariantCulture),
            Guid.TryParse(parts.ElementAtOrDefault(2), out var relieved) ? relieved : null
        );
    }

    public static (CompanyId Company, DateTime At) ReadExpiry(string payload)
    {
        var parts = payload.Split(':');
        return (CompanyId.From(Guid.Parse(parts[0])), new DateTime(long.Parse(parts[1], CultureInfo.InvariantCulture), DateTimeKind.Utc));
    }
}
