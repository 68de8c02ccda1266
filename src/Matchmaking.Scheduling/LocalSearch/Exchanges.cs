using Matchmaking.Scheduling.Model;

namespace Matchmaking.Scheduling.LocalSearch;

/// <summary>Puts a meeting somewhere by force: whatever is in its way gives way, is placed again elsewhere if it can be, or stays out.</summary>
internal sealed class Exchanges
{
    private const int MostChanges = 64;
    private readonly CompiledProblem problem;
    private readonly Timetable table;
    private readonly Costs costs;
    private readonly FastRandom random;
    private readonly int[] ejected = new int[MostChanges];
    private readonly int[] logMeeting = new int[MostChanges * 2];
    private readonly int[] logPosition = new int[MostChanges * 2];
    private int ejectedCount;
    private int logCount;
    private double cost;

    public Exchanges(CompiledProblem problem, Timetable table, Costs costs, FastRandom random) =>
        (this.problem, this.table, this.costs, this.random) = (problem, table, costs, random);

    /// <summary>Places a meeting that has no position, when the whole exchange costs no more than the limit.</summary>
    /// <returns>The cost, or null when nothing was changed.</returns>
    public double? TryInsert(int meeting, int position, double limit)
    {
        (ejectedCount, logCount, cost) = (0, 0, 0);
        if (!problem.Allows(meeting, position) || !MakeRoom(meeting, position))
        {
            Undo();
            return null;
        }

        Place(meeting, position);
        for (var index = 0; index < ejectedCount; index++)
        {
            Settle(ejected[index], position);
        }

        if (cost <= limit)
        {
            return cost;
        }

        Undo();
        return null;
    }

    private bool MakeRoom(int meeting, int position)
    {
        var (a, b) = (problem.A[meeting], problem.B[meeting]);
        Eject(table.At[(a * problem.Positions) + position]);
        Eject(table.At[(b * problem.Positions) + position]);
        foreach (var resource in problem.Needs(meeting, position))
        {
            var index = (resource * problem.Positions) + position;
            if (table.Load[index] >= problem.Resources.Capacity[index] && !EjectUser(resource, position))
            {
                return false;
            }
        }

        foreach (var earlier in problem.Before[meeting])
        {
            var other = table.Position[earlier];
            Eject(other != 0 && problem.Time.Order(other) >= problem.Time.Order(position) ? earlier : -1);
        }

        foreach (var later in problem.After[meeting])
        {
            var other = table.Position[later];
            Eject(other != 0 && problem.Time.Order(other) <= problem.Time.Order(position) ? later : -1);
        }

        return BelowMost(a) && BelowMost(b) && ejectedCount < MostChanges / 2;
    }

    private bool BelowMost(int person)
    {
        if (table.Held[person] >= problem.Most(person))
        {
            var all = problem.MeetingsOf[person];
            var start = random.Next(all.Length);
            for (var step = 0; step < all.Length && table.Held[person] >= problem.Most(person); step++)
            {
                var other = all[(start + step) % all.Length];
                Eject(table.Position[other] != 0 ? other : -1);
            }
        }

        return table.Held[person] < problem.Most(person);
    }

    private bool EjectUser(int resource, int position)
    {
        var members = table.Members[position];
        var count = table.Load[position];
        var start = count == 0 ? 0 : random.Next(count);
        for (var step = 0; step < count; step++)
        {
            var other = members[(start + step) % count];
            if (Array.IndexOf(problem.Needs(other, position), resource) >= 0)
            {
                Eject(other);
                return true;
            }
        }

        return false;
    }

    private void Settle(int meeting, int except)
    {
        if (
            table.Held[problem.A[meeting]] >= problem.Most(problem.A[meeting])
            || table.Held[problem.B[meeting]] >= problem.Most(problem.B[meeting])
        )
        {
            return;
        }

        var all = problem.Time.All;
        var start = random.Next(all.Length);
        for (var step = 0; step < all.Length; step++)
        {
            var position = all[(start + step) % all.Length];
            if (position != except && table.Fits(meeting, position))
            {
                Place(meeting, position);
                return;
            }
        }
    }

    private void Eject(int meeting)
    {
        if (meeting < 0 || table.Position[meeting] == 0 || ejectedCount >= MostChanges - 1)
        {
            return;
        }

        ejected[ejectedCount++] = meeting;
        Log(meeting);
        Shift(meeting, 0, sign: -1);
    }

    private void Place(int meeting, int position)
    {
        Log(meeting);
        Shift(meeting, position, sign: 1);
    }

    private void Log(int meeting)
    {
        logMeeting[logCount] = meeting;
        logPosition[logCount++] = table.Position[meeting];
    }

    private void Shift(int meeting, int to, int sign)
    {
        var (a, b) = (problem.A[meeting], problem.B[meeting]);
        var from = table.Position[meeting];
        cost += costs.Breaks(table.Breaks[a], table.BreakDelta(a, from, to)) + costs.Breaks(table.Breaks[b], table.BreakDelta(b, from, to));
        cost += costs.Change(meeting, from, to);
        if (sign < 0)
        {
            table.Remove(meeting);
            cost += costs.Worth(meeting, table.Held[a], table.Held[b]);
        }
        else
        {
            cost -= costs.Worth(meeting, table.Held[a], table.Held[b]);
            table.Place(meeting, to);
        }
    }

    private void Undo()
    {
        while (logCount > 0)
        {
            var meeting = logMeeting[--logCount];
            if (table.Position[meeting] != 0)
            {
                table.Remove(meeting);
            }

            if (logPosition[logCount] != 0)
            {
                table.Place(meeting, logPosition[logCount]);
            }
        }
    }
}
