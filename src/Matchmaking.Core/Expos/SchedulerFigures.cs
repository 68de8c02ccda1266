using System.Diagnostics.Metrics;
using Matchmaking.Core.Common;

namespace Matchmaking.Core.Expos;

/// <summary>How long schedules take, by what came of it.</summary>
public static class SchedulerFigures
{
    private static readonly Histogram<double> Duration = Telemetry.Durations("matchmaking.scheduler.duration", "Time to a schedule");

    public static ScheduleSolution Measured(ScheduleProblem problem, Func<ScheduleSolution> solve, TimeProvider clock)
    {
        using var activity = Telemetry.Activities.StartActivity("schedule");
        activity?.SetTag("meetings", problem.Meetings.Count).SetTag("slots", problem.Slots.Count);
        var started = clock.GetTimestamp();
        var result = "failed";
        try
        {
            var solution = solve();
            result = solution.Status.ToString().ToLowerInvariant();
            return solution;
        }
        finally
        {
            activity?.SetTag("result", result);
            Duration.Record(clock.GetElapsedTime(started).TotalSeconds, KeyValuePair.Create<string, object?>("result", result));
        }
    }
}
