using Matchmaking.Core.Expos;

namespace Matchmaking.Scheduling.Model;

internal static class ProblemCompiler
{
    /// <summary>Largest whole number that a weight becomes; sums of all of them stay far within 64 bits.</summary>
    private const double LargestWeight = 1e9;

    private const double FinestWeight = 1e6;

    /// <param name="keepsPlaces">Whether a meeting that stays where it is known keeps its table and its interpreter.</param>
    public static CompiledProblem Compile(ScheduleProblem problem, IReadOnlyList<PlacedMeeting>? previous, bool keepsPlaces = false)
    {
        var time = new Timeline(problem.Slots);
        var person = Indices(problem.Participants.Select(item => item.Id));
        var meeting = Indices(problem.Meetings.Select(item => item.Id));
        var a = problem.Meetings.Select(item => person[item.A]).ToArray();
        var b = problem.Meetings.Select(item => person[item.B]).ToArray();
        var resources = new Resources(problem, time);
        var before = problem.Meetings.Select(item => (item.After ?? []).Distinct().Select(id => meeting[id]).ToArray()).ToArray();
        var after = Reverse(before);
        var domains = new Domains(problem, time, resources);
        var domain = domains.Of(a, b);
        if (!problem.AllowUnscheduled)
        {
            domains.Tighten(domain, before, after);
        }

        var of = MeetingsOf(person.Count, a, b);
        var former = Former(previous, meeting, time, domain);
        var known = Known(problem, previous, former, resources);
        return new CompiledProblem
        {
            Source = problem,
            Time = time,
            A = a,
            B = b,
            Domain = domain,
            MeetingsOf = of,
            Before = before,
            After = after,
            Resources = resources,
            Weight = Weights(problem),
            Known = known,
            NeedsToStay = keepsPlaces ? NeedsToStay(previous ?? [], meeting, known, resources) : null,
            Former = former,
            LeastBreaks = [.. of.Select(list => problem.AllowUnscheduled ? 0 : BreakBounds.Least(time, domain, list))],
        };
    }

    private static Dictionary<string, int> Indices(IEnumerable<string> ids) =>
        ids.Index().ToDictionary(item => item.Item, item => item.Index);

    private static int[][] Reverse(int[][] before)
    {
        var after = before.Select(_ => new List<int>()).ToArray();
        foreach (var (meeting, list) in before.Index())
        {
            foreach (var earlier in list)
            {
                after[earlier].Add(meeting);
            }
        }

        return [.. after.Select(list => list.ToArray())];
    }

    private static int[][] MeetingsOf(int people, int[] a, int[] b)
    {
        var of = Enumerable.Range(0, people).Select(_ => new List<int>()).ToArray();
        for (var meeting = 0; meeting < a.Length; meeting++)
        {
            of[a[meeting]].Add(meeting);
            of[b[meeting]].Add(meeting);
        }

        return [.. of.Select(list => list.ToArray())];
    }

    private static long[] Weights(ScheduleProblem problem)
    {
        var largest = problem.Meetings.Select(item => item.Weight).DefaultIfEmpty(1).Max();
        var scale = Math.Min(FinestWeight, LargestWeight / Math.Max(largest, 1));
        return [.. problem.Meetings.Select(item => (long)Math.Round(item.Weight * scale))];
    }

    private static int[] Former(IReadOnlyList<PlacedMeeting>? previous, Dictionary<string, int> meeting, Timeline time, ulong[] domain)
    {
        var former = new int[meeting.Count];
        foreach (var item in previous ?? [])
        {
            if (
                meeting.TryGetValue(item.Id, out var index)
                && time.TryFind(item.Slot, out var position)
                && ((domain[(index * time.Words) + (position >> 6)] >> (position & 63)) & 1) != 0
            )
            {
                former[index] = position;
            }
        }

        return former;
    }

    /// <summary>A meeting can stay where it was only with its table and its interpreter.</summary>
    private static int[] Known(ScheduleProblem problem, IReadOnlyList<PlacedMeeting>? previous, int[] former, Resources resources)
    {
        var known = (int[])former.Clone();
        var tables = problem.Tables.ToHashSet();
        var interpreters = problem.Interpreters.ToDictionary(item => item.Id);
        var before = (previous ?? []).ToDictionary(item => item.Id);
        for (var meeting = 0; meeting < known.Length; meeting++)
        {
            if (
                before.TryGetValue(problem.Meetings[meeting].Id, out var item)
                && !(
                    (resources.FixedTable[meeting] is { } table ? table == item.Table : tables.Contains(item.Table))
                    && !resources.ClosedTables[item.Slot].Contains(item.Table)
                    && HasInterpreter(problem.Meetings[meeting], item, interpreters)
                )
            )
            {
                known[meeting] = 0;
            }
        }

        return known;
    }

    private static int[]?[]? NeedsToStay(
        IReadOnlyList<PlacedMeeting> previous,
        Dictionary<string, int> meeting,
        int[] known,
        Resources resources
    )
    {
        var needs = new int[]?[known.Length];
        foreach (var item in previous)
        {
            if (meeting.TryGetValue(item.Id, out var index) && known[index] != 0)
            {
                int[] all = [.. resources.Of[index].Union(resources.HeldBy(item))];
                needs[index] = all.Length > resources.Of[index].Length ? all : null;
            }
        }

        return Array.TrueForAll(needs, item => item is null) ? null : needs;
    }

    private static bool HasInterpreter(ScheduleMeeting meeting, PlacedMeeting item, Dictionary<string, ScheduleInterpreter> interpreters) =>
        meeting.Interpreter is not { } pair
            ? item.Interpreter is null
            : item.Interpreter is not null
                && interpreters.TryGetValue(item.Interpreter, out var interpreter)
                && Resources.Speaks(interpreter, pair)
                && interpreter.Unavailable?.Contains(item.Slot) != true;
}
