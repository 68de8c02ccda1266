using System.Text.Json.Serialization;

namespace Matchmaking.Core.Expos;

public enum ScheduleStatus
{
    /// <summary>Every goal is proven to be as good as it can be.</summary>
    Optimal,
    Feasible,
    Infeasible,

    /// <summary>Time was up before anything was found.</summary>
    Unknown,
}

/// <param name="Breaks">Of all participants together.</param>
/// <param name="Bound">No schedule that is as good in the goals before has fewer breaks.</param>
/// <param name="Changed">Meetings of the previous schedule that are at another place or time now, or nowhere.</param>
/// <param name="Conflict">When infeasible, a set of rules that cannot hold together.</param>
public sealed record ScheduleSolution(
    ScheduleStatus Status,
    int Breaks,
    int Bound,
    double Seconds,
    IReadOnlyList<PlacedMeeting> Meetings,
    IReadOnlyList<UnscheduledMeeting> Unscheduled,
    IReadOnlyList<ParticipantFigures> Participants,
    int Changed,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ScheduleRule>? Conflict = null
);

public sealed record PlacedMeeting(string Id, string Slot, string Table, string? Interpreter = null);

/// <param name="Reason">
/// <c>no-common-slot</c>, <c>participant-at-maximum</c>, <c>participants-busy</c>, <c>no-table</c>, <c>no-interpreter</c> or
/// <c>lower-weight</c>; <c>no-schedule</c> for each when there is none.
/// </param>
public sealed record UnscheduledMeeting(string Id, string Reason);

public sealed record ParticipantFigures(string Id, int Meetings, int Breaks);

/// <param name="Kind"><c>meeting</c>, <c>participant</c> or <c>slot</c>.</param>
public sealed record ScheduleRule(string Kind, string Id);
