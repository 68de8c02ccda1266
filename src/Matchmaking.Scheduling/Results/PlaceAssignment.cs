using Matchmaking.Core.Expos;
using Matchmaking.Scheduling.Model;

namespace Matchmaking.Scheduling.Results;

/// <summary>Gives each placed meeting its table and its interpreter; that every slot has enough is known already.</summary>
internal sealed class PlaceAssignment
{
    private readonly CompiledProblem problem;
    private readonly int[] position;
    private readonly Dictionary<string, PlacedMeeting> before;

    public PlaceAssignment(CompiledProblem problem, int[] position, IReadOnlyList<PlacedMeeting>? previous)
    {
        (this.problem, this.position) = (problem, position);
        before = (previous ?? []).ToDictionary(item => item.Id);
    }

    public IReadOnlyList<PlacedMeeting> Assign()
    {
        var tables = new TableAssignment(problem, position, KnownTables()).Assign();
        var interpreters = new Dictionary<int, string>();
        foreach (
            var slot in Enumerable.Range(0, position.Length).Where(meeting => position[meeting] != 0).GroupBy(meeting => position[meeting])
        )
        {
            var id = problem.Time.SlotIds[slot.Key];
            var asking = slot.Where(meeting => problem.Source.Meetings[meeting].Interpreter is not null).ToList();
            foreach (
                var (meeting, interpreter) in new InterpreterAssignment(problem.Source, id, meeting => Wished(meeting, id)).Assign(asking)
            )
            {
                interpreters[meeting] = interpreter;
            }
        }

        return
        [
            .. Enumerable
                .Range(0, position.Length)
                .Where(meeting => position[meeting] != 0)
                .OrderBy(meeting => problem.Time.Order(position[meeting]))
                .Select(meeting => new PlacedMeeting(
                    problem.Source.Meetings[meeting].Id,
                    problem.Time.SlotIds[position[meeting]],
                    problem.Source.Tables[tables[meeting]],
                    interpreters.GetValueOrDefault(meeting)
                )),
        ];
    }

    /// <summary>Index of the table that a meeting keeps, -1 for any: bound ones first, then what people know.</summary>
    private int[] KnownTables()
    {
        var index = problem.Source.Tables.Index().ToDictionary(item => item.Item, item => item.Index);
        var known = new int[position.Length];
        var taken = new HashSet<(int Position, int Table)>();
        for (var meeting = 0; meeting < position.Length; meeting++)
        {
            known[meeting] = problem.Resources.FixedTable[meeting] is { } table ? index[table] : -1;
            if (known[meeting] >= 0 && position[meeting] != 0)
            {
                taken.Add((position[meeting], known[meeting]));
            }
        }

        for (var meeting = 0; meeting < position.Length; meeting++)
        {
            if (
                known[meeting] < 0
                && problem.Known[meeting] != 0
                && problem.Known[meeting] == position[meeting]
                && index[before[problem.Source.Meetings[meeting].Id].Table] is var table
                && taken.Add((position[meeting], table))
            )
            {
                known[meeting] = table;
            }
        }

        return known;
    }

    private string? Wished(int meeting, string slot) =>
        before.GetValueOrDefault(problem.Source.Meetings[meeting].Id) is { } known && known.Slot == slot ? known.Interpreter : null;
}
