using Matchmaking.Scheduling.Model;

namespace Matchmaking.Scheduling.LocalSearch;

/// <summary>A first timetable: whoever has the fewest open positions chooses first, and what is in the way of the rest is moved or displaced.</summary>
internal sealed class Construction
{
    private readonly CompiledProblem problem;
    private readonly Timetable table;
    private readonly FastRandom random;
    private readonly Displacement displacement;

    public Construction(CompiledProblem problem, Timetable table, FastRandom random)
    {
        (this.problem, this.table, this.random) = (problem, table, random);
        displacement = new Displacement(problem, table, random);
    }

    /// <inheritdoc cref="Displacement.Contested"/>
    public IReadOnlyList<int> Contested => displacement.Contested;

    /// <summary>Places meetings that fit somewhere as they are; where they were known, first of all.</summary>
    public void Fill()
    {
        Return(problem.Known);
        Return(problem.Former);
        var queue = new PriorityQueue<int, (bool, long, int, int)>();
        for (var meeting = 0; meeting < problem.Meetings; meeting++)
        {
            if (table.Position[meeting] == 0)
            {
                queue.Enqueue(meeting, Urgency(meeting));
            }
        }

        while (queue.TryDequeue(out var meeting, out var urgency))
        {
            var now = Urgency(meeting);
            if (now.CompareTo(urgency) > 0)
            {
                queue.Enqueue(meeting, now);
            }
            else if (IsWanted(meeting))
            {
                PlaceBest(meeting);
            }
        }
    }

    /// <summary>Places the rest by force, where all must be placed, until none is left or the effort is over.</summary>
    public void Complete(Effort effort)
    {
        while (table.UnplacedCount > 0 && !effort.IsOver)
        {
            effort.Spend(problem.Time.All.Length);
            var meeting = table.Unplaced[random.Next(table.UnplacedCount)];
            if (!PlaceBest(meeting) && !Shift(meeting))
            {
                displacement.Force(meeting);
            }
        }
    }

    private void Return(int[] positions)
    {
        for (var meeting = 0; meeting < positions.Length; meeting++)
        {
            if (positions[meeting] != 0 && table.Position[meeting] == 0 && IsWanted(meeting) && table.Fits(meeting, positions[meeting]))
            {
                table.Place(meeting, positions[meeting]);
            }
        }
    }

    private bool IsWanted(int meeting) =>
        table.Held[problem.A[meeting]] < problem.Most(problem.A[meeting])
        && table.Held[problem.B[meeting]] < problem.Most(problem.B[meeting]);

    /// <summary>Smaller is sooner: musts, then weight where it counts, then those with few open positions.</summary>
    private (bool, long, int, int) Urgency(int meeting)
    {
        var open = 0;
        foreach (var position in problem.Time.All)
        {
            open += table.Fits(meeting, position) ? 1 : 0;
        }

        return problem.PlacesAll ? (false, 0, open, 0) : (!problem.Must(meeting), -problem.Weight[meeting], open, 0);
    }

    /// <summary>Where it adds fewest breaks; among equals, where most is left.</summary>
    private bool PlaceBest(int meeting)
    {
        var (chosen, least) = (0, int.MaxValue);
        foreach (var position in problem.Time.All)
        {
            if (table.Fits(meeting, position))
            {
                var cost =
                    ((table.BreakDelta(problem.A[meeting], 0, position) + table.BreakDelta(problem.B[meeting], 0, position)) * 1024)
                    + (table.Load[position] * 512 / Math.Max(1, problem.Resources.Capacity[position]))
                    + random.Next(64);
                if (cost < least)
                {
                    (chosen, least) = (position, cost);
                }
            }
        }

        if (chosen != 0)
        {
            table.Place(meeting, chosen);
        }

        return chosen != 0;
    }

    /// <summary>One meeting that is in the way moves to another position.</summary>
    private bool Shift(int meeting)
    {
        var all = problem.Time.All;
        var start = random.Next(all.Length);
        for (var step = 0; step < all.Length; step++)
        {
            var position = all[(start + step) % all.Length];
            if (problem.Allows(meeting, position) && table.IsInOrder(meeting, position) && ShiftAt(meeting, position))
            {
                return true;
            }
        }

        return false;
    }

    private bool ShiftAt(int meeting, int position)
    {
        var one = table.At[(problem.A[meeting] * problem.Positions) + position];
        var other = table.At[(problem.B[meeting] * problem.Positions) + position];
        if (one >= 0 && other >= 0 && one != other)
        {
            return false;
        }

        if (one >= 0 || other >= 0)
        {
            return Displace(meeting, Math.Max(one, other), position);
        }

        var count = table.Load[position];
        var start = count == 0 ? 0 : random.Next(count);
        for (var step = 0; step < count; step++)
        {
            if (Displace(meeting, table.Members[position][(start + step) % count], position))
            {
                return true;
            }
        }

        return false;
    }

    private bool Displace(int meeting, int inTheWay, int position)
    {
        table.Remove(inTheWay);
        if (table.Fits(meeting, position))
        {
            foreach (var elsewhere in problem.Time.All)
            {
                if (elsewhere != position && table.Fits(inTheWay, elsewhere))
                {
                    table.Place(meeting, position);
                    if (table.Fits(inTheWay, elsewhere))
                    {
                        table.Place(inTheWay, elsewhere);
                        return true;
                    }

                    table.Remove(meeting);
                }
            }
        }

        table.Place(inTheWay, position);
        return false;
    }
}
