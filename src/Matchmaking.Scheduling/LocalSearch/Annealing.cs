using Matchmaking.Scheduling.Model;

namespace Matchmaking.Scheduling.LocalSearch;

/// <summary>Simulated annealing over chains and exchanges. Nothing is allocated while it runs.</summary>
internal sealed class Annealing
{
    private const int Batch = 2048;
    private const int SmallProblem = 1500;
    private const int PeopleTried = 4;
    private const int MeetingsTried = 8;
    private readonly CompiledProblem problem;
    private readonly Timetable table;
    private readonly FastRandom random;
    private readonly Chains chains;
    private readonly Exchanges exchanges;
    private readonly int[] best;
    private readonly bool known;
    private readonly int[] loose;
    private double energy;
    private double bestEnergy;

    public Annealing(CompiledProblem problem, Timetable table, Costs costs, FastRandom random)
    {
        (this.problem, this.table, this.random) = (problem, table, random);
        chains = new Chains(problem, table, costs, random);
        exchanges = new Exchanges(problem, table, costs, random);
        best = [.. table.Position];
        known = Array.Exists(problem.Known, position => position != 0);
        loose = [.. Enumerable.Range(0, problem.Meetings).Where(meeting => problem.Known[meeting] == 0)];
    }

    /// <summary>Cools from hot to cold over the effort and leaves the table at the best that it met.</summary>
    public void Run(double hot, double cold, Effort effort)
    {
        (energy, bestEnergy) = (0, 0);
        table.Position.CopyTo(best, 0);
        var remembersAll = problem.Meetings <= SmallProblem;
        while (!effort.IsOver)
        {
            var temperature = hot * Math.Pow(cold / hot, effort.Progress);
            for (var move = 0; move < Batch; move++)
            {
                Step(temperature);
                if (remembersAll && energy < bestEnergy - 1e-7)
                {
                    Remember();
                }
            }

            effort.Spend(Batch);
            if (energy < bestEnergy - 1e-7)
            {
                Remember();
            }
        }

        table.Take(best);
    }

    private void Remember()
    {
        bestEnergy = energy;
        table.Position.CopyTo(best, 0);
    }

    private void Step(double temperature)
    {
        var limit = -temperature * Math.Log(random.Share());
        if (table.UnplacedCount > 0 && random.Next(4) == 0)
        {
            var meeting = table.Unplaced[random.Next(table.UnplacedCount)];
            energy += exchanges.TryInsert(meeting, AnyPosition(), limit) ?? 0;
        }
        else if (known && random.Next(8) == 0)
        {
            Return(limit);
        }
        else if (known && loose.Length > 0 && random.Next(4) == 0)
        {
            Move(loose[random.Next(loose.Length)], AnyPosition(), limit);
        }
        else if (random.Next(2) == 0)
        {
            var meeting = random.Next(problem.Meetings);
            Move(meeting, AnyPosition(), limit);
        }
        else
        {
            CloseUp(limit);
        }
    }

    private int AnyPosition() => problem.Time.All[random.Next(problem.Time.All.Length)];

    /// <summary>Somebody with breaks gets a meeting beside another.</summary>
    private void CloseUp(double limit)
    {
        for (var attempt = 0; attempt < PeopleTried; attempt++)
        {
            var person = random.Next(problem.People);
            if (table.Breaks[person] > problem.LeastBreaks[person])
            {
                var all = problem.MeetingsOf[person];
                var beside = table.Position[all[random.Next(all.Length)]];
                if (beside != 0)
                {
                    Move(all[random.Next(all.Length)], beside + (random.Next(2) == 0 ? 1 : -1), limit);
                }

                return;
            }
        }
    }

    /// <summary>A meeting goes back to where people know it.</summary>
    private void Return(double limit)
    {
        for (var attempt = 0; attempt < MeetingsTried; attempt++)
        {
            var meeting = random.Next(problem.Meetings);
            var position = problem.Known[meeting];
            if (position != 0 && position != table.Position[meeting])
            {
                Move(meeting, position, limit);
                return;
            }
        }
    }

    private void Move(int meeting, int position, double limit)
    {
        var from = table.Position[meeting];
        if (from != 0 && from != position && problem.Allows(meeting, position))
        {
            energy += chains.TryMove(meeting, position, limit) ?? 0;
        }
    }
}
