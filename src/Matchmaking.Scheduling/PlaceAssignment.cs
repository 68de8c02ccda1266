using Matchmaking.Core.Expos;

namespace Matchmaking.Scheduling;

/// <summary>Gives each meeting of each slot a table and its interpreter; that there are enough is known already.</summary>
internal sealed class PlaceAssignment(ScheduleProblem problem, IReadOnlyList<PlacedMeeting>? previous)
{
    private readonly Dictionary<string, PlacedMeeting> before = (previous ?? []).ToDictionary(item => item.Id);
    private readonly Dictionary<string, string> lastTable = [];

    /// <summary>In the order of time, so that people can stay where they sit.</summary>
    public IReadOnlyList<PlacedMeeting> Assign(IReadOnlyDictionary<string, int> slotOf) =>
        [
            .. problem
                .Meetings.Where(meeting => slotOf.ContainsKey(meeting.Id))
                .GroupBy(meeting => slotOf[meeting.Id])
                .OrderBy(group => group.Key)
                .SelectMany(group => AssignSlot(problem.Slots[group.Key].Id, [.. group])),
        ];

    private IEnumerable<PlacedMeeting> AssignSlot(string slot, IReadOnlyList<ScheduleMeeting> meetings)
    {
        var tables = Tables(meetings);
        var interpreters = Interpreters(slot, meetings);
        foreach (var meeting in meetings)
        {
            lastTable[meeting.A] = lastTable[meeting.B] = tables[meeting.Id];
            yield return new PlacedMeeting(meeting.Id, slot, tables[meeting.Id], interpreters.GetValueOrDefault(meeting.Id));
        }
    }

    private Dictionary<string, string> Tables(IReadOnlyList<ScheduleMeeting> meetings)
    {
        var given = new Dictionary<string, string>();
        var free = problem.Tables.ToList();
        Func<ScheduleMeeting, string?>[] wishes =
        [
            meeting => LegalPlaces.TableOf(problem, meeting),
            meeting => before.GetValueOrDefault(meeting.Id)?.Table,
            meeting => lastTable.GetValueOrDefault(meeting.A),
            meeting => lastTable.GetValueOrDefault(meeting.B),
            _ => free[0],
        ];
        foreach (var wish in wishes)
        {
            foreach (var meeting in meetings.Where(meeting => !given.ContainsKey(meeting.Id)))
            {
                if (wish(meeting) is { } table && free.Remove(table))
                {
                    given[meeting.Id] = table;
                }
            }
        }

        return given;
    }

    /// <summary>A matching by augmenting paths: whoever takes an interpreter away from another finds that one a new interpreter.</summary>
    private Dictionary<string, string> Interpreters(string slot, IReadOnlyList<ScheduleMeeting> meetings)
    {
        var free = problem.Interpreters.Where(interpreter => interpreter.Unavailable?.Contains(slot) != true).ToList();
        var holder = new Dictionary<string, ScheduleMeeting>();
        foreach (var meeting in meetings.Where(meeting => meeting.Interpreter is not null))
        {
            Find(meeting, []);
        }

        return holder.ToDictionary(item => item.Value.Id, item => item.Key);

        bool Find(ScheduleMeeting meeting, HashSet<string> tried)
        {
            var wished = before.GetValueOrDefault(meeting.Id)?.Interpreter;
            foreach (
                var interpreter in free.Where(item => LegalPlaces.Speaks(item, meeting.Interpreter!))
                    .OrderByDescending(item => item.Id == wished)
            )
            {
                if (tried.Add(interpreter.Id) && (!holder.TryGetValue(interpreter.Id, out var other) || Find(other, tried)))
                {
                    holder[interpreter.Id] = meeting;
                    return true;
                }
            }

            return false;
        }
    }
}
