using System.Numerics;
using Matchmaking.Core.Expos;

namespace Matchmaking.Scheduling.Model;

/// <summary>
/// What a slot has a number of. The first is all tables together; then comes each table that meetings are bound to, and each set of language
/// pairs whose interpreters are shared. By Hall's theorem a slot that keeps all these numbers has a table and an interpreter for every meeting.
/// </summary>
internal sealed class Resources
{
    public const int AllTables = 0;

    private readonly List<int[]> capacities = [];
    private readonly List<int>[] uses;
    private readonly int tables;
    private readonly Dictionary<string, List<int>> boundTables = [];
    private readonly Dictionary<string, List<int>> countedIn = [];

    public Resources(ScheduleProblem problem, Timeline time)
    {
        uses = [.. problem.Meetings.Select(_ => new List<int> { AllTables })];
        ClosedTables = (problem.ClosedTables ?? [])
            .SelectMany(item => item.Slots.Select(slot => (item.Table, Slot: slot)))
            .Distinct()
            .ToLookup(item => item.Slot, item => item.Table);
        Add(time, position => problem.Tables.Count - ClosedTables[time.SlotIds[position]].Count());
        var own = problem.Participants.Where(item => item.Table is not null).ToDictionary(item => item.Id, item => item.Table);
        FixedTable = [.. problem.Meetings.Select(item => item.Table ?? own.GetValueOrDefault(item.A) ?? own.GetValueOrDefault(item.B))];
        foreach (var table in FixedTable.Index().Where(item => item.Item is not null).GroupBy(item => item.Item!))
        {
            var resource = Add(time, position => ClosedTables[time.SlotIds[position]].Contains(table.Key) ? 0 : 1);
            boundTables[table.Key] = [resource];
            foreach (var (meeting, _) in table)
            {
                uses[meeting].Add(resource);
            }
        }

        tables = capacities.Count;
        AddInterpreters(problem, time);
        Of = [.. uses.Select(list => list.ToArray())];
        Capacity = [.. capacities.SelectMany(list => list)];
    }

    public int Count => capacities.Count;

    /// <summary>The resources that each meeting needs one of each of.</summary>
    public int[][] Of { get; }

    /// <summary>By resource and position.</summary>
    public int[] Capacity { get; }

    /// <summary>The one table where each meeting must be, or null for any. Where both sides have their own, it is the first one's.</summary>
    public string?[] FixedTable { get; }

    /// <summary>Tables at which nobody can meet, by the id of the slot.</summary>
    public ILookup<string, string> ClosedTables { get; }

    /// <summary>The resources that its very table and interpreter are counted in.</summary>
    public IEnumerable<int> HeldBy(PlacedMeeting meeting) =>
        boundTables
            .GetValueOrDefault(meeting.Table, [])
            .Concat(meeting.Interpreter is { } interpreter ? countedIn.GetValueOrDefault(interpreter, []) : []);

    public bool IsTable(int resource) => resource < tables;

    public static bool Speaks(ScheduleInterpreter interpreter, string pair) =>
        interpreter.Languages.Split(',').Any(own => Normal(own) == Normal(pair));

    private static string Normal(string pair) =>
        string.Join('-', pair.Split('-', StringSplitOptions.TrimEntries).Order(StringComparer.Ordinal));

    private int Add(Timeline time, Func<int, int> capacity)
    {
        var values = new int[time.Positions];
        foreach (var position in time.All)
        {
            values[position] = capacity(position);
        }

        capacities.Add(values);
        return capacities.Count - 1;
    }

    private void AddInterpreters(ScheduleProblem problem, Timeline time)
    {
        var pairs = problem.Meetings.Select(item => item.Interpreter).OfType<string>().Select(Normal).Distinct().ToList();
        var spoken = problem.Interpreters.Select(interpreter => Languages(interpreter)).ToList();
        uint Languages(ScheduleInterpreter interpreter) =>
            pairs.Index().Where(pair => Speaks(interpreter, pair.Item)).Aggregate(0u, (all, pair) => all | (1u << pair.Index));

        for (var set = 1u; set < 1u << pairs.Count; set++)
        {
            var chosen = set;
            if (!IsConnected(chosen, spoken) || !IsClosed(chosen, pairs.Count, spoken))
            {
                continue;
            }

            var able = problem.Interpreters.Where((_, index) => (spoken[index] & chosen) != 0).ToList();
            var absent = able.Select(item => (item.Unavailable ?? []).ToHashSet()).ToList();
            var resource = Add(time, position => absent.Count(slots => !slots.Contains(time.SlotIds[position])));
            foreach (var interpreter in able)
            {
                if (!countedIn.TryGetValue(interpreter.Id, out var list))
                {
                    countedIn[interpreter.Id] = list = [];
                }

                list.Add(resource);
            }

            foreach (var (meeting, item) in problem.Meetings.Index())
            {
                if (item.Interpreter is { } pair && ((chosen >> pairs.IndexOf(Normal(pair))) & 1) != 0)
                {
                    uses[meeting].Add(resource);
                }
            }
        }
    }

    /// <summary>A set that falls into parts without a common interpreter says no more than its parts.</summary>
    private static bool IsConnected(uint set, List<uint> spoken)
    {
        var reached = set & (uint)-(int)set;
        for (var before = 0u; before != reached; )
        {
            before = reached;
            foreach (var languages in spoken.Where(languages => (languages & reached) != 0))
            {
                reached |= languages & set;
            }
        }

        return reached == set;
    }

    /// <summary>Whether no pair could be added without adding an interpreter; otherwise the larger set says more.</summary>
    private static bool IsClosed(uint set, int pairs, List<uint> spoken)
    {
        if (BitOperations.PopCount(set) == pairs)
        {
            return true;
        }

        var others = spoken.Where(languages => (languages & set) == 0).Aggregate(0u, (all, languages) => all | languages);
        var heard = spoken.Aggregate(0u, (all, languages) => all | languages);
        return (~others & ~set & heard) == 0;
    }
}
