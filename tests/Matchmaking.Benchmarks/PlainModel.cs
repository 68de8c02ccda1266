using System.Globalization;
using Google.OrTools.Sat;
using Matchmaking.Core.Expos;

namespace Matchmaking.Benchmarks;

/// <summary>
/// The textbook model with the solver's own parameters: a boolean for each meeting and slot, and breaks from the beginnings of busy times. It knows sessions, absences and tables, which is all that the fairs have that it is asked about.
/// </summary>
internal static class PlainModel
{
    /// <param name="Breaks">Null when no timetable was found.</param>
    internal sealed record Result(int? Breaks, bool IsProven);

    public static Result Solve(ScheduleProblem problem, double seconds)
    {
        var model = new CpModel();
        var slots = problem.Slots.Count;
        var stands = problem.Meetings.ToDictionary(
            meeting => meeting.Id,
            meeting => Enumerable.Range(0, slots).Select(_ => model.NewBoolVar(string.Empty)).ToArray()
        );
        var absent = problem.Participants.ToDictionary(item => item.Id, item => (item.Unavailable ?? []).ToHashSet());
        foreach (var meeting in problem.Meetings)
        {
            model.AddExactlyOne(stands[meeting.Id]);
            for (var slot = 0; slot < slots; slot++)
            {
                var (id, session) = (problem.Slots[slot].Id, problem.Slots[slot].Session);
                if (
                    absent[meeting.A].Contains(id)
                    || absent[meeting.B].Contains(id)
                    || (meeting.Session is { } wanted && wanted != session)
                )
                {
                    model.Add(stands[meeting.Id][slot] == 0);
                }
            }
        }

        for (var slot = 0; slot < slots; slot++)
        {
            var at = slot;
            model.Add(LinearExpr.Sum(stands.Values.Select(item => item[at])) <= problem.Tables.Count);
        }

        var breaks = problem.Participants.Select(item => Breaks(model, problem, item.Id, stands)).ToList();
        model.Minimize(LinearExpr.Sum(breaks));
        using var solver = new CpSolver();
        solver.StringParameters = $"max_time_in_seconds:{seconds.ToString(CultureInfo.InvariantCulture)}";
        var status = solver.Solve(model);
        return status is CpSolverStatus.Optimal or CpSolverStatus.Feasible
            ? new Result((int)Math.Round(solver.ObjectiveValue), status == CpSolverStatus.Optimal)
            : new Result(null, IsProven: false);
    }

    private static IntVar Breaks(CpModel model, ScheduleProblem problem, string participant, Dictionary<string, BoolVar[]> stands)
    {
        var own = problem.Meetings.Where(item => item.A == participant || item.B == participant).Select(item => stands[item.Id]).ToList();
        var begins = new List<BoolVar>();
        LinearExpr before = LinearExpr.Constant(0);
        for (var slot = 0; slot < problem.Slots.Count; slot++)
        {
            var busy = LinearExpr.Sum(own.Select(item => item[slot]));
            model.Add(busy <= 1);
            var begin = model.NewBoolVar(string.Empty);
            model.Add(begin >= busy - before);
            begins.Add(begin);
            before = busy;
        }

        var count = model.NewIntVar(0, problem.MaxBreakDifference ?? problem.Slots.Count, string.Empty);
        model.Add(count >= LinearExpr.Sum(begins) - 1);
        return count;
    }
}
