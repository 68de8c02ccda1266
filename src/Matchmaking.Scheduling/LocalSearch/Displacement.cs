using Matchmaking.Scheduling.Model;

namespace Matchmaking.Scheduling.LocalSearch;

/// <summary>Places a meeting by sending others away. It remembers how often each was sent, so that the search does not go in circles.</summary>
internal sealed class Displacement(CompiledProblem problem, Timetable table, FastRandom random)
{
    private readonly int[] displaced = new int[problem.Meetings];

    /// <summary>Meetings that were in the way of others, first those that were most often.</summary>
    public IReadOnlyList<int> Contested =>
        [
            .. Enumerable
                .Range(0, displaced.Length)
                .Where(meeting => displaced[meeting] > 0)
                .OrderByDescending(meeting => displaced[meeting]),
        ];

    /// <summary>Takes the position whose meetings were displaced least often so far.</summary>
    public void Force(int meeting)
    {
        var (chosen, least) = (0, long.MaxValue);
        foreach (var position in problem.Time.All)
        {
            if (problem.Allows(meeting, position))
            {
                var cost = (Price(problem.A[meeting], position) + Price(problem.B[meeting], position)) * 16 + random.Next(16);
                cost += table.HasRoom(meeting, position) ? 0 : 16;
                cost += table.IsInOrder(meeting, position) ? 0 : 32;
                if (cost < least)
                {
                    (chosen, least) = (position, cost);
                }
            }
        }

        if (chosen != 0)
        {
            Eject(table.At[(problem.A[meeting] * problem.Positions) + chosen]);
            Eject(table.At[(problem.B[meeting] * problem.Positions) + chosen]);
            while (!table.HasRoom(meeting, chosen))
            {
                EjectUser(meeting, chosen);
            }

            foreach (var neighbour in problem.Before[meeting].Concat(problem.After[meeting]))
            {
                if (table.Position[neighbour] != 0 && !table.IsInOrder(meeting, chosen))
                {
                    Eject(neighbour);
                }
            }

            table.Place(meeting, chosen);
        }
    }

    private long Price(int person, int position)
    {
        var meeting = table.At[(person * problem.Positions) + position];
        return meeting < 0 ? 0 : 1 + displaced[meeting];
    }

    private void EjectUser(int meeting, int position)
    {
        var full = Array.Find(
            problem.Needs(meeting, position),
            resource =>
                table.Load[(resource * problem.Positions) + position]
                >= problem.Resources.Capacity[(resource * problem.Positions) + position]
        );
        var count = table.Load[position];
        var start = random.Next(count);
        var (chosen, least) = (-1, int.MaxValue);
        for (var step = 0; step < count; step++)
        {
            var other = table.Members[position][(start + step) % count];
            if (displaced[other] < least && Array.IndexOf(problem.Needs(other, position), full) >= 0)
            {
                (chosen, least) = (other, displaced[other]);
            }
        }

        Eject(chosen);
    }

    private void Eject(int meeting)
    {
        if (meeting >= 0 && table.Position[meeting] != 0)
        {
            displaced[meeting]++;
            table.Remove(meeting);
        }
    }
}
