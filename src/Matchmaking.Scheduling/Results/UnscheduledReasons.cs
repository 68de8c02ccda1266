using Matchmaking.Core.Expos;
using Matchmaking.Scheduling.LocalSearch;
using Matchmaking.Scheduling.Model;

namespace Matchmaking.Scheduling.Results;

/// <summary>Why a meeting has no place beside those that have one.</summary>
internal sealed class UnscheduledReasons(CompiledProblem problem, Timetable table)
{
    public string Of(int meeting)
    {
        var open = Common(meeting);
        if (open.Count == 0)
        {
            return "no-common-slot";
        }

        var (a, b) = (problem.A[meeting], problem.B[meeting]);
        if (table.Held[a] >= problem.Most(a) || table.Held[b] >= problem.Most(b))
        {
            return "participant-at-maximum";
        }

        open.RemoveAll(position => !table.IsFree(a, position) || !table.IsFree(b, position));
        if (open.Count == 0)
        {
            return "participants-busy";
        }

        var needs = problem.Resources.Of[meeting];
        open.RemoveAll(position => needs.Any(need => problem.Resources.IsTable(need) && IsFull(need, position)));
        if (open.Count == 0)
        {
            return "no-table";
        }

        open.RemoveAll(position => needs.Any(need => IsFull(need, position)));
        return open.Count == 0 ? "no-interpreter" : "lower-weight";
    }

    private List<int> Common(int meeting)
    {
        var item = problem.Source.Meetings[meeting];
        var absent = new[] { problem.A[meeting], problem.B[meeting] }
            .SelectMany(person => problem.Source.Participants[person].Unavailable ?? [])
            .ToHashSet();
        return
        [
            .. problem.Time.All.Where(position =>
                problem.Source.Slots[problem.Time.Order(position)] is var slot
                && (item.Slot is null || item.Slot == slot.Id)
                && (item.Session is null || item.Session == slot.Session)
                && !absent.Contains(slot.Id)
            ),
        ];
    }

    private bool IsFull(int resource, int position)
    {
        var index = (resource * problem.Positions) + position;
        return table.Load[index] >= problem.Resources.Capacity[index];
    }
}
