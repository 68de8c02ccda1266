namespace Matchmaking.Core.Expos;

/// <summary>Finds a schedule. A pure function of its arguments; the native solver stays behind it.</summary>
public interface IExpoScheduler
{
    /// <summary>A cancelled search answers with the best that it has found, which may be nothing.</summary>
    ScheduleSolution Solve(ScheduleProblem problem, ScheduleOptions options, CancellationToken cancellationToken);
}

/// <param name="Seconds">At most so long; with <paramref name="Deterministic"/> a count of work, which repeats, takes the place of the clock.</param>
/// <param name="Previous">What people know already: as little as possible of it changes.</param>
/// <param name="Progress">Told a few times a second, from the threads of the search, one at a time.</param>
public sealed record ScheduleOptions(
    double Seconds = 60,
    int Seed = 1,
    bool Deterministic = false,
    IReadOnlyList<PlacedMeeting>? Previous = null,
    IProgress<ScheduleProgress>? Progress = null
);

public enum ScheduleActivity
{
    /// <summary>A first schedule that keeps the rules.</summary>
    Placing,
    Improving,

    /// <summary>No better one is expected, but that has yet to be shown.</summary>
    Proving,

    /// <summary>There is no schedule; the rules that exclude each other are looked for.</summary>
    Explaining,
}

/// <summary>How far a search is.</summary>
/// <param name="Seconds">Since its beginning.</param>
/// <param name="IsValid">Whether the best so far keeps every rule; only the first moments of a search have one that does not.</param>
/// <param name="Placed">Meetings of the best schedule so far.</param>
/// <param name="Breaks">Of the best schedule so far, of all participants together.</param>
/// <param name="Bound">No schedule as good in the goals before has fewer breaks.</param>
public sealed record ScheduleProgress(double Seconds, ScheduleActivity Activity, bool IsValid, int Placed, int Breaks, int Bound);
