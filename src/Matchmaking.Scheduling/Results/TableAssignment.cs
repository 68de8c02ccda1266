using Matchmaking.Scheduling.Model;

namespace Matchmaking.Scheduling.Results;

/// <summary>
/// People stay where they sit if they can. Slot by slot, each meeting asks for the tables where its sides sat before and will sit next; what
/// most ask for is given first. The slots are gone through until nothing gets better.
/// </summary>
internal sealed class TableAssignment
{
    private const int Rounds = 6;
    private readonly CompiledProblem problem;
    private readonly int[] position;
    private readonly int[] bound;
    private readonly int[] table;
    private readonly int[] at;
    private readonly int[][] members;

    /// <param name="bound">The table that a meeting must have, by index, -1 for any.</param>
    public TableAssignment(CompiledProblem problem, int[] position, int[] bound)
    {
        (this.problem, this.position, this.bound) = (problem, position, bound);
        table = new int[position.Length];
        Array.Fill(table, -1);
        at = new int[problem.People * problem.Positions];
        Array.Fill(at, -1);
        for (var meeting = 0; meeting < position.Length; meeting++)
        {
            if (position[meeting] != 0)
            {
                at[(problem.A[meeting] * problem.Positions) + position[meeting]] = meeting;
                at[(problem.B[meeting] * problem.Positions) + position[meeting]] = meeting;
            }
        }

        members =
        [
            .. Enumerable
                .Range(0, problem.Positions)
                .GroupJoin(Enumerable.Range(0, position.Length), slot => slot, meeting => position[meeting], (_, list) => list.ToArray()),
        ];
    }

    /// <returns>Of each placed meeting the index of its table.</returns>
    public int[] Assign()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var changed = false;
            foreach (var slot in problem.Time.All)
            {
                changed |= AssignSlot(slot);
            }

            if (!changed)
            {
                break;
            }
        }

        return table;
    }

    private bool AssignSlot(int slot)
    {
        var meetings = members[slot];
        var old = Array.ConvertAll(meetings, meeting => table[meeting]);
        var given = Propose(slot, meetings);
        if (Array.TrueForAll(old, index => index >= 0) && Votes(slot, meetings, given) <= Votes(slot, meetings, old))
        {
            return false;
        }

        for (var index = 0; index < meetings.Length; index++)
        {
            table[meetings[index]] = given[index];
        }

        return true;
    }

    private int[] Propose(int slot, int[] meetings)
    {
        var given = Array.ConvertAll(meetings, meeting => bound[meeting]);
        var closed = problem.Resources.ClosedTables[problem.Time.SlotIds[slot]].ToHashSet();
        bool[] taken = [.. problem.Source.Tables.Select(closed.Contains)];
        foreach (var index in given.Where(index => index >= 0))
        {
            taken[index] = true;
        }

        var wishes = new List<(int Votes, int Index, int Table)>();
        for (var index = 0; index < meetings.Length; index++)
        {
            if (given[index] < 0)
            {
                wishes.AddRange(Wishes(slot, meetings[index]).GroupBy(wish => wish).Select(group => (group.Count(), index, group.Key)));
            }
        }

        foreach (var (_, index, wish) in wishes.OrderByDescending(wish => wish.Votes).ThenBy(wish => wish.Index))
        {
            if (given[index] < 0 && !taken[wish])
            {
                (given[index], taken[wish]) = (wish, true);
            }
        }

        var free = 0;
        for (var index = 0; index < meetings.Length; index++)
        {
            while (given[index] < 0)
            {
                if (!taken[free])
                {
                    (given[index], taken[free]) = (free, true);
                }

                free++;
            }
        }

        return given;
    }

    private int Votes(int slot, int[] meetings, int[] given) =>
        meetings.Select((meeting, index) => Wishes(slot, meeting).Count(wish => wish == given[index])).Sum();

    private IEnumerable<int> Wishes(int slot, int meeting)
    {
        foreach (var person in new[] { problem.A[meeting], problem.B[meeting] })
        {
            foreach (var step in new[] { -1, 1 })
            {
                var other = Neighbour(person, slot, step);
                if (other >= 0 && table[other] >= 0)
                {
                    yield return table[other];
                }
            }
        }
    }

    private int Neighbour(int person, int slot, int step)
    {
        for (var index = slot + step; index >= 0 && index < problem.Positions; index += step)
        {
            if (at[(person * problem.Positions) + index] is >= 0 and var meeting)
            {
                return meeting;
            }
        }

        return -1;
    }
}
