using System.Diagnostics;

namespace Matchmaking.Scheduling.LocalSearch;

/// <summary>How much of what it may take a search has taken: seconds, or moves where the same problem must give the same answer.</summary>
internal sealed class Effort
{
    private readonly long started = Stopwatch.GetTimestamp();
    private readonly double seconds;
    private readonly long moves;
    private readonly CancellationToken cancellation;
    private long done;

    private Effort(double seconds, long moves, CancellationToken cancellation) =>
        (this.seconds, this.moves, this.cancellation) = (seconds, moves, cancellation);

    public static Effort OfSeconds(double seconds, CancellationToken cancellation) => new(seconds, 0, cancellation);

    public static Effort OfMoves(long moves, CancellationToken cancellation) => new(0, Math.Max(1, moves), cancellation);

    /// <summary>From 0 to 1.</summary>
    public double Progress =>
        Math.Min(1, moves > 0 ? done / (double)moves : Stopwatch.GetElapsedTime(started).TotalSeconds / Math.Max(seconds, 1e-3));

    public bool IsOver => cancellation.IsCancellationRequested || Progress >= 1;

    /// <summary>Of the clock; without end where moves are counted.</summary>
    public double SecondsLeft => moves > 0 ? double.PositiveInfinity : seconds * (1 - Progress);

    public CancellationToken Cancellation => cancellation;

    public void Spend(int count) => done += count;
}
