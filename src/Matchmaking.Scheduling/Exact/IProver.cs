namespace Matchmaking.Scheduling.Exact;

internal enum Verdict
{
    Open,
    Optimal,
    Infeasible,
}

/// <summary>Shows that nothing is better than the best timetable that is known, or that there is none.</summary>
internal interface IProver
{
    /// <summary>At most so many seconds, or the solver's own count of work.</summary>
    Verdict Run(double seconds, int seed, CancellationToken cancellation);
}
