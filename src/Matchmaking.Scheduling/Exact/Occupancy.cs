using Google.OrTools.Sat;
using Matchmaking.Scheduling.Model;

namespace Matchmaking.Scheduling.Exact;

/// <summary>
/// A meeting keeps two people busy, so that their number is even in every slot and at most twice that of the tables. It follows from the rest, and most
/// proofs of the fewest breaks rest on it: without it the solver has to try who is idle.
/// </summary>
internal static class Occupancy
{
    public static void Add(ExactModel exact, CompiledProblem problem)
    {
        var people = exact.People.ToDictionary(person => person.Person);
        var places = Enumerable
            .Range(0, problem.Meetings)
            .SelectMany(meeting => exact.Places(meeting).Select(place => (Meeting: meeting, place.Position, place.Stands)))
            .ToLookup(place => place.Position);
        var hubs = exact.Sorts ? Hubs(problem) : [];
        foreach (var position in problem.Time.All)
        {
            var here = places[position].ToList();
            var meetings = exact.Sorts ? here.GroupBy(place => hubs[place.Meeting]).Select(Held) : here.Select(place => place.Stands);
            var tables = problem.Resources.Capacity[(Resources.AllTables * problem.Positions) + position];
            exact.Counting.IsTwice([.. people.Values.Select(person => person.Busy(position))], [.. meetings], Math.Min(tables, here.Count));

            ILiteral Held(IGrouping<int, (int Meeting, int Position, BoolVar Stands)> held) =>
                held.Count() == here.Count(place => problem.A[place.Meeting] == held.Key || problem.B[place.Meeting] == held.Key)
                    ? people[held.Key].Busy(position)
                : held.ToList() is [var only] ? only.Stands
                : exact.OneOf([.. held.Select(place => place.Stands)]);
        }
    }

    /// <summary>
    /// Few people among whom all meetings are divided, by meeting: whoever has most that nobody holds yet takes them. One person holds at most one meeting
    /// in a slot, so that counting who holds one counts them, with far fewer literals, and those that proofs speak of.
    /// </summary>
    private static int[] Hubs(CompiledProblem problem)
    {
        var hubs = new int[problem.Meetings];
        Array.Fill(hubs, -1);
        var open = Array.ConvertAll(problem.MeetingsOf, meetings => meetings.Length);
        while (open.Max() > 0)
        {
            var hub = Array.IndexOf(open, open.Max());
            foreach (var meeting in problem.MeetingsOf[hub].Where(meeting => hubs[meeting] < 0))
            {
                hubs[meeting] = hub;
                open[problem.A[meeting]]--;
                open[problem.B[meeting]]--;
            }
        }

        return hubs;
    }
}
