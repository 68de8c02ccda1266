using System.Diagnostics;
using Matchmaking.Core.Expos;
using Matchmaking.Scheduling.Conflicts;
using Matchmaking.Scheduling.Exact;
using Matchmaking.Scheduling.LocalSearch;
using Matchmaking.Scheduling.Model;
using Matchmaking.Scheduling.Results;

namespace Matchmaking.Scheduling.Engine;

/// <summary>A local search finds good timetables at once, at any size; an exact one proves them and finds the last improvements.</summary>
internal sealed class ExpoScheduler : IExpoScheduler
{
    /// <summary>What an explanation may take beyond the time for the search, so that one is always given.</summary>
    private const double SecondsForConflict = 0.3;

    public ScheduleSolution Solve(ScheduleProblem problem, ScheduleOptions options, CancellationToken cancellationToken) =>
        SchedulerFigures.Measured(problem, () => Search(problem, options, cancellationToken), TimeProvider.System);

    private static ScheduleSolution Search(ScheduleProblem problem, ScheduleOptions options, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var compiled = ProblemCompiler.Compile(problem, options.Previous, keepsPlaces: true);
        var solution = compiled.KeepsPlaces
            ? Repair(compiled, options, cancellationToken)
            : SearchFor(compiled, options, cancellationToken);
        return solution with { Seconds = Math.Round(Stopwatch.GetElapsedTime(started).TotalSeconds, 3) };
    }

    /// <summary>
    /// A search counts interpreters and knows none by name, so that one who speaks for two pairs may be taken from a meeting that people know for
    /// another that could stand elsewhere; so may a table for one that is bound to it. First a meeting that stays keeps both; where that costs
    /// something, it is searched without.
    /// </summary>
    private static ScheduleSolution Repair(CompiledProblem problem, ScheduleOptions options, CancellationToken cancellationToken)
    {
        var half = options with { Seconds = options.Seconds / 2 };
        var started = Stopwatch.GetTimestamp();
        var kept = SearchFor(problem, half, cancellationToken);
        var unavoidable = options.Previous!.Count - problem.Known.Count(position => position != 0);
        if (kept.Unscheduled.Count == 0 && kept.Changed == unavoidable)
        {
            return kept;
        }

        var rest = half with
        {
            Progress = options.Progress is { } progress ? new Later(progress, Stopwatch.GetElapsedTime(started).TotalSeconds) : null,
        };
        var free = SearchFor(ProblemCompiler.Compile(problem.Source, options.Previous), rest, cancellationToken);
        return free.Status is ScheduleStatus.Infeasible || Merit.Of(problem.Source, free) <= Merit.Of(problem.Source, kept)
            ? free
            : kept with
            {
                Status = ScheduleStatus.Feasible,
                Bound = problem.LeastBreaks.Sum(),
            };
    }

    private static ScheduleSolution SearchFor(CompiledProblem compiled, ScheduleOptions options, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var (chosen, positions) = Completion.Find(compiled, options, cancellationToken) ?? (compiled, new int[compiled.Meetings]);
        var incumbent = new Incumbent(chosen, options.Progress, started);
        incumbent.Offer(positions);
        return Search(chosen, incumbent, options, cancellationToken);
    }

    private static ScheduleSolution Search(
        CompiledProblem problem,
        Incumbent incumbent,
        ScheduleOptions options,
        CancellationToken cancellationToken
    )
    {
        if (new QuickConflicts(problem).Find() is { } conflict)
        {
            return Answer.None(problem.Source, conflict);
        }

        var race = new Race(problem, incumbent, options, cancellationToken);
        var verdict = options.Deterministic ? race.InTurn() : race.Beside();
        if (race.Conflict is { Count: > 0 } contested)
        {
            return Answer.None(problem.Source, contested);
        }

        if (verdict == Verdict.Infeasible)
        {
            incumbent.Tell(ScheduleActivity.Explaining);
            // With a conflict at hand after a long proof, none smaller is found in the time that is left.
            var left = race.Needed.Count == 0 || options.Deterministic ? 0 : incumbent.Seconds;
            return Answer.None(
                problem.Source,
                new CoreConflicts(problem, SecondsForConflict - left, options.Deterministic, cancellationToken).Find(
                    race.Needed,
                    isPossible: incumbent.Best.Homeless == 0
                )
            );
        }

        if (!incumbent.Best.IsValid)
        {
            return Answer.None(problem.Source, conflict: null);
        }

        race.Spread();
        var answer = Answer.Of(problem, incumbent.Positions(), options.Previous);
        var isProven = verdict == Verdict.Optimal && answer.Changed == LeastChanged(problem, incumbent.Best, options.Previous);
        return answer with
        {
            Status = isProven ? ScheduleStatus.Optimal : ScheduleStatus.Feasible,
            Bound = verdict == Verdict.Optimal ? answer.Breaks : incumbent.Bound,
        };
    }

    /// <summary>
    /// What the proof speaks of: meetings that leave their slot, and those that could not stay. A known table or interpreter that somebody else in
    /// the slot is bound to shows only when places are given.
    /// </summary>
    private static int LeastChanged(CompiledProblem problem, Score best, IReadOnlyList<PlacedMeeting>? previous) =>
        previous is null ? 0 : best.Changed + previous.Count - problem.Known.Count(position => position != 0);

    /// <summary>What a second search tells, with the time of the first.</summary>
    private sealed class Later(IProgress<ScheduleProgress> progress, double seconds) : IProgress<ScheduleProgress>
    {
        public void Report(ScheduleProgress value) => progress.Report(value with { Seconds = Math.Round(value.Seconds + seconds, 3) });
    }
}
