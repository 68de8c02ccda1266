using Matchmaking.Core.Common;

namespace Matchmaking.Core.Expos.Timetables.Runs;

/// <summary>What a run may change of the current draft.</summary>
public enum RunScope
{
    /// <summary>A schedule of its own, from the wishes as they are.</summary>
    Anew,

    /// <summary>Locked meetings stay, the others are planned anew.</summary>
    AroundLocked,

    /// <summary>Locked meetings stay, of the others as few as possible are moved.</summary>
    LeastChange,

    /// <summary>All meetings stay; what fits beside them is added.</summary>
    GapsOnly,

    /// <summary>What can no longer stay stands elsewhere, of the others as few as possible are moved, and nothing is added.</summary>
    Repair,
}

public enum RunState
{
    Asked,
    Running,

    /// <summary>There is a draft of it.</summary>
    Done,

    /// <summary>No schedule keeps all rules; the conflict names some that cannot hold together.</summary>
    Infeasible,

    /// <summary>The time was too short for any schedule.</summary>
    NothingFound,

    /// <summary>Somebody did not want what it had found.</summary>
    Stopped,

    /// <summary>The expo was changed meanwhile, so that what was found no longer keeps its rules.</summary>
    Outdated,
    Failed,
}

public enum RunStop
{
    None,

    /// <summary>With the best so far as a draft.</summary>
    Keep,
    Discard,
}

/// <summary>
/// One search for a schedule. Any node takes it up, and all nodes show how far it is; a node that ends in the middle leaves it running, and
/// the next one that gets the expo's lease begins it anew.
/// </summary>
public sealed class ScheduleRun
{
    private ScheduleRun() { }

    public Guid Id { get; private init; }

    public ExpoId ExpoId { get; private init; }

    public RunState State { get; private set; }

    public DateTime AskedAt { get; private init; }

    /// <summary>The name of that day.</summary>
    public string AskedBy { get; private init; } = string.Empty;

    public RunScope Scope { get; private init; }

    /// <summary>
    /// The number of the draft that was current when it was asked for; null for a run <see cref="RunScope.Anew"/> of an expo that has not begun.
    /// </summary>
    public int? BasedOn { get; private init; }

    /// <summary>The search ends after so many seconds at the latest.</summary>
    public int Seconds { get; private init; }

    /// <summary>A schedule places every wish or there is none.</summary>
    public bool PlacesAll { get; private init; }

    public RunStop Stop { get; private set; }

    public DateTime? StartedAt { get; private set; }

    public DateTime? FinishedAt { get; private set; }

    /// <summary>Meetings to place.</summary>
    public int Wished { get; private set; }

    /// <summary>How far it is, as last written down; see <see cref="ScheduleProgress"/>.</summary>
    public ScheduleActivity Activity { get; private set; }

    public int Placed { get; private set; }

    public int Breaks { get; private set; }

    public int Bound { get; private set; }

    /// <summary>Seconds of the search.</summary>
    public double Searched { get; private set; }

    /// <summary>The number of the draft that came of it.</summary>
    public int? Draft { get; private set; }

    /// <summary>What cannot hold together: a <see cref="ScheduleRule.Kind"/> and an id, or the ids of both firms, with colons between them.</summary>
    public IReadOnlyList<string> Conflict { get; private set; } = [];

    public bool IsOpen => State is RunState.Asked or RunState.Running;

    internal static ScheduleRun Of(ExpoId expo, RunWish wish, int? basedOn, string askedBy, DateTime now) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            ExpoId = expo,
            AskedAt = now,
            AskedBy = askedBy,
            Scope = wish.Scope,
            BasedOn = basedOn,
            Seconds = wish.Seconds,
            PlacesAll = wish.PlacesAll,
        };

    internal void AskToStop(RunStop stop) => Stop = stop;

    internal void Start(int wished, DateTime now)
    {
        State = RunState.Running;
        StartedAt = now;
        Wished = wished;
        (Activity, Placed, Breaks, Bound, Searched) = (ScheduleActivity.Placing, 0, 0, 0, 0);
    }

    internal void End(RunState state, DateTime now, int? draft = null, IReadOnlyList<string>? conflict = null)
    {
        State = state;
        FinishedAt = now;
        Draft = draft;
        Conflict = conflict ?? [];
    }
}

/// <param name="Seconds">One of <see cref="Choices"/>, where people choose.</param>
public sealed record RunWish(RunScope Scope, int Seconds, bool PlacesAll)
{
    /// <summary>While people stand in the hall and wait.</summary>
    public static readonly RunWish Repair = new(RunScope.Repair, Seconds: 5, PlacesAll: false);

    public static readonly IReadOnlyList<int> Choices = [10, 60, 300];
}
