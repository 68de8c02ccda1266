using Google.OrTools.Sat;
using Matchmaking.Scheduling.Engine;
using Matchmaking.Scheduling.LocalSearch;
using Matchmaking.Scheduling.Model;

namespace Matchmaking.Scheduling.Exact;

/// <summary>
/// Large-neighbourhood search: all meetings of some slots, or of some participants, are placed anew with fewer breaks, while the rest is held. How
/// many follows from how long the last ones took.
/// </summary>
internal sealed class Neighbourhoods(CompiledProblem problem, Incumbent incumbent, int seed)
{
    private const double SecondsEach = 1;
    private const double Growth = 1.15;
    private const int Smallest = 20;
    private readonly FastRandom random = new((ulong)seed + 1);
    private double size = 60;

    /// <summary>Tries one neighbourhood after the other.</summary>
    public void Improve(Effort effort)
    {
        while (!effort.IsOver && incumbent.Best is { IsValid: true, Breaks: > 0 } best && best.Breaks > incumbent.Bound)
        {
            Try(best, Math.Min(SecondsEach, effort.SecondsLeft), effort.Cancellation);
        }
    }

    private void Try(Score best, double seconds, CancellationToken cancellation)
    {
        var held = incumbent.Positions();
        var free = random.Next(2) == 0 ? OfSlots(held) : OfPeople(held);
        var freed = (int[])held.Clone();
        foreach (var meeting in free)
        {
            freed[meeting] = 0;
        }

        var floor = Math.Max(0, best.Largest - (problem.Difference ?? best.Largest));
        var exact = new ExactModel(problem, freed, new BreakLimits(best.Largest, floor, floor));
        foreach (var earlier in Enum.GetValues<Goal>().Where(goal => goal < Goal.Breaks))
        {
            exact.Model.Add(Goals.Of(exact, problem, earlier) <= best.Value(earlier));
        }

        exact.Model.Add(Goals.Of(exact, problem, Goal.Breaks) <= best.Breaks - 1);
        using var run = new SolverRun(
            $"{SolverRun.ByClauses},random_seed:{random.Next(10_000)}",
            seconds,
            deterministic: false,
            cancellation
        );
        var status = run.Solve(exact.Model, value => incumbent.Offer(exact.Read(value)));
        size = status == CpSolverStatus.Unknown ? Math.Max(Smallest, size / Growth) : Math.Min(problem.Meetings, size * Growth);
    }

    private HashSet<int> OfSlots(int[] positions)
    {
        var free = new HashSet<int>();
        var slots = problem.Time.All.ToList();
        while (slots.Count > 0 && free.Count < size)
        {
            var index = random.Next(slots.Count);
            free.UnionWith(Enumerable.Range(0, positions.Length).Where(meeting => positions[meeting] == slots[index]));
            slots.RemoveAt(index);
        }

        return free;
    }

    /// <summary>Somebody with breaks, and whoever is met by those already chosen.</summary>
    private HashSet<int> OfPeople(int[] positions)
    {
        var table = new Timetable(problem);
        table.Take(positions);
        var chosen = new List<int>();
        var free = new HashSet<int>();
        while (free.Count < size && chosen.Count < problem.People)
        {
            var person = random.Next(problem.People);
            if (chosen.Count > 0 && random.Next(4) > 0)
            {
                var one = chosen[random.Next(chosen.Count)];
                var known = problem.MeetingsOf[one];
                person = known.Length == 0 ? person : problem.Other(known[random.Next(known.Length)], one);
            }
            else if (table.Breaks[person] == 0 && random.Next(8) > 0)
            {
                continue;
            }

            if (!chosen.Contains(person))
            {
                chosen.Add(person);
                free.UnionWith(problem.MeetingsOf[person].Where(meeting => positions[meeting] != 0));
            }
        }

        return free;
    }
}
