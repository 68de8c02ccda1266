using System.Diagnostics;
using System.Globalization;
using Google.OrTools.Sat;
using Matchmaking.Core.Expos;

namespace Matchmaking.Scheduling;

/// <summary>Reaches one goal after the other; what was reached is kept while the next is sought.</summary>
internal sealed class CpSatScheduler : IExpoScheduler
{
    /// <summary>Weights are whole numbers to the solver.</summary>
    private const int WeightScale = 1000;

    /// <summary>No goal takes more than this part of the time that is left, so that the later ones get theirs.</summary>
    private const double ShareOfTime = 0.6;

    public ScheduleSolution Solve(ScheduleProblem problem, ScheduleOptions options, CancellationToken cancellationToken) =>
        SchedulerFigures.Measured(problem, () => Search(problem, options, cancellationToken), TimeProvider.System);

    private static ScheduleSolution Search(ScheduleProblem problem, ScheduleOptions options, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var model = new ScheduleModel(problem);
        IReadOnlyDictionary<string, int>? best = null;
        var proven = true;
        var bound = 0;
        var left = options.Seconds;
        foreach (var goal in Goals(problem, model, options.Previous))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (goal.Maximise)
            {
                model.Model.Maximize(goal.Value);
            }
            else
            {
                model.Model.Minimize(goal.Value);
            }

            var solver = new CpSolver { StringParameters = Parameters(options, left * ShareOfTime) };
            var status = solver.Solve(model.Model);
            left = options.Seconds - (options.Deterministic ? 0 : watch.Elapsed.TotalSeconds);
            if (status is not (CpSolverStatus.Optimal or CpSolverStatus.Feasible))
            {
                if (best is null)
                {
                    return Nothing(problem, status, watch);
                }

                proven = false;
                break;
            }

            best = model.Read(solver);
            bound = goal.CountsBreaks ? Math.Max(0, (int)Math.Ceiling(solver.BestObjectiveBound - 1e-6)) : bound;
            proven &= status == CpSolverStatus.Optimal;
            Keep(model, goal, solver);
        }

        return Solution(problem, options, best!, proven ? ScheduleStatus.Optimal : ScheduleStatus.Feasible) with
        {
            Bound = bound,
            Seconds = Math.Round(watch.Elapsed.TotalSeconds, 3),
        };
    }

    private static IEnumerable<Goal> Goals(ScheduleProblem problem, ScheduleModel model, IReadOnlyList<PlacedMeeting>? previous)
    {
        if (problem.AllowUnscheduled)
        {
            yield return new(
                LinearExpr.Sum(problem.Meetings.Where(meeting => meeting.Must).Select(meeting => model.Placed(meeting.Id)).ToList()),
                true
            );
            yield return new(
                LinearExpr.Sum(problem.Participants.Where(participant => participant.Min > 0).Select(Missing).ToList()),
                false
            );
            yield return new(
                LinearExpr.Sum(
                    problem.Meetings.Select(meeting => model.Placed(meeting.Id) * (long)Math.Round(meeting.Weight * WeightScale)).ToList()
                ),
                true
            );
        }

        if (previous is not null)
        {
            yield return new(LinearExpr.Sum(previous.Select(model.Kept).ToList()), true);
        }

        yield return new(LinearExpr.Sum(model.Breaks.Values.ToList()), false, CountsBreaks: true);
        var largest = model.Model.NewIntVar(0, problem.Slots.Count, "largest breaks");
        foreach (var breaks in model.Breaks.Values)
        {
            model.Model.Add(breaks <= largest);
        }

        yield return new(largest, false);

        LinearExpr Missing(ScheduleParticipant participant)
        {
            var missing = model.Model.NewIntVar(0, participant.Min, $"{participant.Id} missing");
            model.Model.Add(missing >= participant.Min - model.MeetingsOf(participant.Id));
            return missing;
        }
    }

    private static void Keep(ScheduleModel model, Goal goal, CpSolver solver)
    {
        var reached = (long)Math.Round(solver.ObjectiveValue);
        model.Model.Add(goal.Maximise ? goal.Value >= reached : goal.Value <= reached);
        model.Model.ClearHints();
        foreach (var variable in model.Variables)
        {
            model.Model.AddHint(variable, solver.BooleanValue(variable));
        }
    }

    private static string Parameters(ScheduleOptions options, double seconds)
    {
        var limit = Math.Max(seconds, 0.1).ToString(CultureInfo.InvariantCulture);
        return options.Deterministic
            ? $"random_seed:{options.Seed},num_workers:1,max_deterministic_time:{limit}"
            : $"random_seed:{options.Seed},num_workers:8,max_time_in_seconds:{limit}";
    }

    private static ScheduleSolution Nothing(ScheduleProblem problem, CpSolverStatus status, Stopwatch watch)
    {
        var infeasible = status == CpSolverStatus.Infeasible;
        return new ScheduleSolution(
            infeasible ? ScheduleStatus.Infeasible : ScheduleStatus.Unknown,
            Breaks: 0,
            Bound: 0,
            Math.Round(watch.Elapsed.TotalSeconds, 3),
            Meetings: [],
            [.. problem.Meetings.Select(meeting => new UnscheduledMeeting(meeting.Id, "no-schedule"))],
            ScheduleFigures.Of(problem, []),
            Changed: 0,
            infeasible ? ScheduleConflict.Of(problem) : null
        );
    }

    private static ScheduleSolution Solution(
        ScheduleProblem problem,
        ScheduleOptions options,
        IReadOnlyDictionary<string, int> slotOf,
        ScheduleStatus status
    )
    {
        var placed = new PlaceAssignment(problem, options.Previous).Assign(slotOf);
        var figures = ScheduleFigures.Of(problem, placed);
        return new ScheduleSolution(
            status,
            figures.Sum(figure => figure.Breaks),
            Bound: 0,
            Seconds: 0,
            placed,
            [
                .. problem
                    .Meetings.Where(meeting => !slotOf.ContainsKey(meeting.Id))
                    .Select(meeting => new UnscheduledMeeting(meeting.Id, UnscheduledReasons.Of(problem, meeting, placed))),
            ],
            figures,
            (options.Previous ?? []).Count(before => !placed.Contains(before))
        );
    }

    private sealed record Goal(LinearExpr Value, bool Maximise, bool CountsBreaks = false);
}
