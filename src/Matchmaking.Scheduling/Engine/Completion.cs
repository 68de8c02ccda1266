using System.Diagnostics;
using Matchmaking.Core.Expos;
using Matchmaking.Scheduling.Conflicts;
using Matchmaking.Scheduling.LocalSearch;
using Matchmaking.Scheduling.Model;

namespace Matchmaking.Scheduling.Engine;

/// <summary>
/// Where each meeting counts for something, a timetable with all of them is the best in every goal before changes and breaks, and no other is as good
/// that leaves one out. What comes after may then be searched, and proven, as if all had to be placed.
/// </summary>
internal static class Completion
{
    /// <summary>A moment, and less than a tenth of a second.</summary>
    private const long Moves = 100_000;
    private const long MovesEach = 50;

    /// <returns>The problem in which all must be placed, and a timetable that does so; null when none was found.</returns>
    public static (CompiledProblem Problem, int[] Positions)? Find(
        CompiledProblem problem,
        ScheduleOptions options,
        CancellationToken cancellationToken
    )
    {
        if (
            problem.PlacesAll
            || Enumerable.Range(0, problem.Meetings).Any(meeting => problem.Weight[meeting] <= 0 && !problem.Must(meeting))
        )
        {
            return null;
        }

        var whole = ProblemCompiler.Compile(problem.Source with { AllowUnscheduled = false }, options.Previous, problem.KeepsPlaces);
        if (new QuickConflicts(whole).Find() is not null)
        {
            return null;
        }

        var incumbent = new Incumbent(whole, progress: null, Stopwatch.GetTimestamp());
        new Searcher(whole, incumbent, options.Seed).Start(Effort.OfMoves(Moves + (problem.Meetings * MovesEach), cancellationToken));
        return incumbent.Best.IsValid ? (whole, incumbent.Positions()) : null;
    }
}
