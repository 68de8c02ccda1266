using Matchmaking.Core.Expos;

namespace Matchmaking.Benchmarks;

/// <summary>What an organiser with a spreadsheet does: each meeting in turn goes to the first slot where both are free and a table is left.</summary>
internal static class FirstFit
{
    /// <returns>The share of meetings that find a slot.</returns>
    public static double Placed(ScheduleProblem problem)
    {
        var tables = problem.Slots.ToDictionary(slot => slot.Id, _ => problem.Tables.Count);
        var interpreters = problem.Interpreters.SelectMany(item =>
            problem.Slots.Where(slot => item.Unavailable?.Contains(slot.Id) != true).Select(slot => (item.Languages, slot.Id))
        );
        var free = interpreters.CountBy(item => item).ToDictionary();
        var busy = problem.Participants.SelectMany(item => (item.Unavailable ?? []).Select(slot => (item.Id, slot))).ToHashSet();
        var left = problem.Participants.ToDictionary(item => item.Id, item => item.Max ?? int.MaxValue);
        var placed = 0;
        foreach (var meeting in problem.Meetings.Where(meeting => left[meeting.A] > 0 && left[meeting.B] > 0))
        {
            var slot = problem
                .Slots.Where(slot => meeting.Session is null || meeting.Session == slot.Session)
                .Select(slot => slot.Id)
                .FirstOrDefault(id =>
                    tables[id] > 0
                    && !busy.Contains((meeting.A, id))
                    && !busy.Contains((meeting.B, id))
                    && (meeting.Interpreter is null || free.GetValueOrDefault((meeting.Interpreter, id)) > 0)
                );
            if (slot is null || left[meeting.A] == 0 || left[meeting.B] == 0)
            {
                continue;
            }

            busy.Add((meeting.A, slot));
            busy.Add((meeting.B, slot));
            tables[slot]--;
            left[meeting.A]--;
            left[meeting.B]--;
            placed++;
            if (meeting.Interpreter is { } pair)
            {
                free[(pair, slot)]--;
            }
        }

        return placed / (double)problem.Meetings.Count;
    }
}
