using System.Diagnostics;
using Matchmaking.Core.Expos;
using Matchmaking.Scheduling.LocalSearch;
using Matchmaking.Scheduling.Model;

namespace Matchmaking.Scheduling.Engine;

/// <summary>The best timetable that any thread has found so far, and what is proven about it.</summary>
internal sealed class Incumbent
{
    private readonly Lock gate = new();
    private readonly long started;
    private readonly CompiledProblem problem;
    private readonly IProgress<ScheduleProgress>? progress;
    private volatile Score best;
    private int[] positions;
    private Action? improved;
    private int bound;

    /// <param name="started">The moment from which on seconds are counted, in ticks of <see cref="Stopwatch"/>.</param>
    public Incumbent(CompiledProblem problem, IProgress<ScheduleProgress>? progress, long started)
    {
        (this.problem, this.progress, this.started) = (problem, progress, started);
        positions = new int[problem.Meetings];
        best = Score.Of(problem, positions);
        bound = problem.LeastBreaks.Sum();
    }

    public Score Best => best;

    public double Seconds => Stopwatch.GetElapsedTime(started).TotalSeconds;

    public int Bound
    {
        get
        {
            lock (gate)
            {
                return Math.Min(bound, Best.Breaks);
            }
        }
    }

    public bool Offer(ReadOnlySpan<int> offered)
    {
        var score = Score.Of(problem, offered);
        lock (gate)
        {
            if (!(score < Best))
            {
                return false;
            }

            (best, positions) = (score, offered.ToArray());
        }

        improved?.Invoke();
        return true;
    }

    /// <summary>Calls back after every better timetable, from the thread that found it, until the answer is disposed of.</summary>
    public IDisposable Watch(Action watcher)
    {
        lock (gate)
        {
            improved += watcher;
        }

        return new Subscription(() =>
        {
            lock (gate)
            {
                improved -= watcher;
            }
        });
    }

    public void RaiseBound(int breaks)
    {
        lock (gate)
        {
            bound = Math.Max(bound, breaks);
        }
    }

    public int[] Positions()
    {
        lock (gate)
        {
            return [.. positions];
        }
    }

    public void Tell(ScheduleActivity activity)
    {
        lock (gate)
        {
            progress?.Report(
                new ScheduleProgress(
                    Math.Round(Seconds, 3),
                    activity,
                    Best.IsValid,
                    positions.Count(position => position != 0),
                    Best.Breaks,
                    Math.Min(bound, Best.Breaks)
                )
            );
        }
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
