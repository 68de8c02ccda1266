namespace Matchmaking.Core.Expos;

/// <summary>What a schedule means for each participant.</summary>
public static class ScheduleFigures
{
    public static IReadOnlyList<ParticipantFigures> Of(ScheduleProblem problem, IReadOnlyList<PlacedMeeting> placed)
    {
        var position = problem.Slots.Select((slot, index) => (slot.Id, index)).ToDictionary(item => item.Id, item => item.index);
        var meetings = problem.Meetings.ToDictionary(meeting => meeting.Id);
        var busy = problem.Participants.ToDictionary(participant => participant.Id, _ => new SortedSet<int>());
        foreach (var item in placed)
        {
            busy[meetings[item.Id].A].Add(position[item.Slot]);
            busy[meetings[item.Id].B].Add(position[item.Slot]);
        }

        return
        [
            .. problem.Participants.Select(participant => new ParticipantFigures(
                participant.Id,
                busy[participant.Id].Count,
                Breaks(problem.Slots, [.. busy[participant.Id]])
            )),
        ];
    }

    /// <summary>Runs of idle slots between two meetings of the same day, however long each is.</summary>
    private static int Breaks(IReadOnlyList<ScheduleSlot> slots, IReadOnlyList<int> busy)
    {
        var breaks = 0;
        foreach (var day in busy.GroupBy(index => slots[index].Day))
        {
            var held = day.ToList();
            for (var index = 1; index < held.Count; index++)
            {
                var between = Enumerable.Range(held[index - 1] + 1, held[index] - held[index - 1] - 1);
                breaks += between.Any(slot => slots[slot].Day == day.Key) ? 1 : 0;
            }
        }

        return breaks;
    }
}
