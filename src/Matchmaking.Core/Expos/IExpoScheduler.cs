namespace Matchmaking.Core.Expos;

/// <summary>Finds a schedule. A pure function of its arguments; the native solver stays behind it.</summary>
public interface IExpoScheduler
{
    ScheduleSolution Solve(ScheduleProblem problem, ScheduleOptions options, CancellationToken cancellationToken);
}

/// <param name="Seconds">At most so long; with <paramref name="Deterministic"/> the solver's own count of work, which repeats, takes the place of the clock.</param>
/// <param name="Previous">What people know already: as little as possible of it changes.</param>
public sealed record ScheduleOptions(
    double Seconds = 60,
    int Seed = 1,
    bool Deterministic = false,
    IReadOnlyList<PlacedMeeting>? Previous = null
);
