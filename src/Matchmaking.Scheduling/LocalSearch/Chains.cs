using Matchmaking.Scheduling.Model;

namespace Matchmaking.Scheduling.LocalSearch;

/// <summary>
/// Kempe chains: meetings of two positions that hang together by their participants change sides together, so that nobody is ever in two
/// places. Only the participants at the ends of a chain are busy at other times afterwards, which makes its cost cheap to know.
/// </summary>
internal sealed class Chains
{
    private const int LongestChain = 64;
    private const int PartnersTried = 3;
    private readonly CompiledProblem problem;
    private readonly Timetable table;
    private readonly Costs costs;
    private readonly FastRandom random;
    private readonly int[] chain = new int[2 * LongestChain];
    private readonly int[] old = new int[2 * LongestChain];

    /// <summary>What the target gets of each resource, and what the other position gets.</summary>
    private readonly int[] gain;
    private readonly int[] gainBack;
    private readonly bool ordered;
    private int length;
    private int target;
    private double cost;

    public Chains(CompiledProblem problem, Timetable table, Costs costs, FastRandom random)
    {
        (this.problem, this.table, this.costs, this.random) = (problem, table, costs, random);
        gain = new int[problem.Resources.Count];
        gainBack = new int[problem.Resources.Count];
        ordered = Array.Exists(problem.Before, list => list.Length > 0);
    }

    /// <summary>Moves a placed meeting to a position, with whatever hangs on it, when that costs no more than the limit.</summary>
    /// <returns>The cost, or null when nothing was moved.</returns>
    public double? TryMove(int meeting, int to, double limit)
    {
        var from = table.Position[meeting];
        (length, target, cost) = (0, to, 0);
        Array.Clear(gain);
        Array.Clear(gainBack);
        if (!Trace(meeting, from, to) || (!HasRoom(from, to) && !Balance(from, to)) || cost > limit)
        {
            return null;
        }

        return Apply(from, to) ? cost : null;
    }

    /// <summary>A second chain in the other direction makes room for the first.</summary>
    private bool Balance(int from, int to)
    {
        var (first, firstCost) = (length, cost);
        var (crowded, other) = table.Load[to] + gain[0] > problem.Resources.Capacity[to] || gain[0] > 0 ? (to, from) : (from, to);
        for (var attempt = 0; attempt < PartnersTried && table.Load[crowded] > 0; attempt++)
        {
            var partner = table.Members[crowded][random.Next(table.Load[crowded])];
            if (Array.IndexOf(chain, partner, 0, first) < 0 && Trace(partner, crowded, other) && HasRoom(from, to))
            {
                return true;
            }

            while (length > first)
            {
                var meeting = chain[--length];
                var at = table.Position[meeting];
                Count(meeting, at, at == to ? from : to, by: -1);
            }

            cost = firstCost;
        }

        return false;
    }

    /// <summary>Collects the chain and its cost; false when a meeting of it may not stand on the other side.</summary>
    private bool Trace(int meeting, int from, int to) =>
        Append(meeting, from, to)
        && Follow(problem.A[meeting], meeting, from, to) is { } closed
        && (closed || Follow(problem.B[meeting], meeting, from, to) is not null);

    /// <returns>Whether the chain came back to its beginning; null when it cannot move.</returns>
    private bool? Follow(int person, int start, int from, int to)
    {
        while (true)
        {
            var next = table.At[(person * problem.Positions) + to];
            if (next < 0)
            {
                cost += costs.Breaks(table.Breaks[person], table.BreakDelta(person, from, to));
                return false;
            }

            if (next == start)
            {
                return true;
            }

            if (!Append(next, to, from))
            {
                return null;
            }

            person = problem.Other(next, person);
            (from, to) = (to, from);
        }
    }

    private bool Append(int meeting, int from, int to)
    {
        if (length >= LongestChain * 2 || !problem.Allows(meeting, to))
        {
            return false;
        }

        chain[length++] = meeting;
        cost += costs.Change(meeting, from, to);
        Count(meeting, from, to, by: 1);
        return true;
    }

    private void Count(int meeting, int from, int to, int by)
    {
        var (left, entered) = to == target ? (gainBack, gain) : (gain, gainBack);
        var (needed, needs) = (problem.Needs(meeting, from), problem.Needs(meeting, to));
        foreach (var resource in needs)
        {
            entered[resource] += by;
        }

        foreach (var resource in needed)
        {
            left[resource] -= by;
        }
    }

    private bool HasRoom(int from, int to)
    {
        for (var resource = 0; resource < gain.Length; resource++)
        {
            if (
                (gain[resource] > 0 && IsTooMuch(resource, to, gain[resource]))
                || (gainBack[resource] > 0 && IsTooMuch(resource, from, gainBack[resource]))
            )
            {
                return false;
            }
        }

        return true;
    }

    private bool IsTooMuch(int resource, int position, int more)
    {
        var index = (resource * problem.Positions) + position;
        return table.Load[index] + more > problem.Resources.Capacity[index];
    }

    private bool Apply(int from, int to)
    {
        for (var index = 0; index < length; index++)
        {
            old[index] = table.Position[chain[index]];
            table.Remove(chain[index]);
        }

        for (var index = 0; index < length; index++)
        {
            table.Place(chain[index], old[index] == from ? to : from);
        }

        if (!ordered || IsInOrder())
        {
            return true;
        }

        for (var index = 0; index < length; index++)
        {
            table.Remove(chain[index]);
        }

        for (var index = 0; index < length; index++)
        {
            table.Place(chain[index], old[index]);
        }

        return false;
    }

    private bool IsInOrder()
    {
        for (var index = 0; index < length; index++)
        {
            if (!table.IsInOrder(chain[index], table.Position[chain[index]]))
            {
                return false;
            }
        }

        return true;
    }
}
