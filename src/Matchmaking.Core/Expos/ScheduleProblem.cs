namespace Matchmaking.Core.Expos;

/// <summary>What is to be scheduled at one expo. Every name it uses is one that it defines; <see cref="Slots"/> are in time order.</summary>
/// <param name="MaxBreakDifference">How far the break counts of any two participants may lie apart, or null for any distance.</param>
/// <param name="AllowUnscheduled">When false, a schedule places every meeting or there is none.</param>
/// <param name="ClosedTables">Null where every table is there all the time.</param>
public sealed record ScheduleProblem(
    IReadOnlyList<ScheduleSlot> Slots,
    IReadOnlyList<string> Tables,
    IReadOnlyList<ScheduleInterpreter> Interpreters,
    IReadOnlyList<ScheduleParticipant> Participants,
    IReadOnlyList<ScheduleMeeting> Meetings,
    int? MaxBreakDifference = null,
    bool AllowUnscheduled = false,
    IReadOnlyList<ClosedTable>? ClosedTables = null
);

/// <param name="Day">Breaks are counted within a day; slots without one are all of the same.</param>
public sealed record ScheduleSlot(string Id, string? Session = null, string? Day = null);

/// <summary>A table of <see cref="ScheduleProblem.Tables"/> at which nobody can meet in these slots.</summary>
public sealed record ClosedTable(string Table, IReadOnlyList<string> Slots);

/// <param name="Languages">A pair such as <c>zh-ko</c>, or several with commas between them; a pair has no direction.</param>
public sealed record ScheduleInterpreter(string Id, string Languages, IReadOnlyList<string>? Unavailable = null);

/// <param name="Table">The participant's own place: its meetings take place there.</param>
public sealed record ScheduleParticipant(
    string Id,
    IReadOnlyList<string>? Unavailable = null,
    int Min = 0,
    int? Max = null,
    string? Table = null
);

/// <param name="Must">Both sides ask for it: placed before anything else is weighed.</param>
/// <param name="Interpreter">The language pair that it needs an interpreter of.</param>
/// <param name="After">Meetings that must be over before it begins.</param>
public sealed record ScheduleMeeting(
    string Id,
    string A,
    string B,
    double Weight = 1,
    bool Must = false,
    string? Session = null,
    string? Slot = null,
    string? Table = null,
    string? Interpreter = null,
    IReadOnlyList<string>? After = null
);
