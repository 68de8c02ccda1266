using Matchmaking.Core.Expos;

namespace Matchmaking.Scheduling;

internal static class LegalSlots
{
    /// <summary>Positions of the slots that the meeting may stand in as far as it and its two sides are concerned.</summary>
    public static IEnumerable<int> Of(ScheduleProblem problem, ScheduleMeeting meeting)
    {
        var sides = problem.Participants.Where(participant => participant.Id == meeting.A || participant.Id == meeting.B).ToList();
        return Enumerable
            .Range(0, problem.Slots.Count)
            .Where(position =>
            {
                var slot = problem.Slots[position];
                return (meeting.Slot is null || meeting.Slot == slot.Id)
                    && (meeting.Session is null || meeting.Session == slot.Session)
                    && !sides.Exists(side => side.Unavailable?.Contains(slot.Id) == true);
            });
    }
}

internal static class LegalPlaces
{
    /// <summary>The one table where the meeting must be, or null for any. Where both sides have their own, it is the first one's.</summary>
    public static string? TableOf(ScheduleProblem problem, ScheduleMeeting meeting) =>
        meeting.Table ?? Own(problem, meeting.A) ?? Own(problem, meeting.B);

    public static bool Speaks(ScheduleInterpreter interpreter, string pair)
    {
        var sides = pair.Split('-', StringSplitOptions.TrimEntries);
        return interpreter
            .Languages.Split(',', StringSplitOptions.TrimEntries)
            .Any(own =>
                own.Split('-', StringSplitOptions.TrimEntries)
                    .Order(StringComparer.Ordinal)
                    .SequenceEqual(sides.Order(StringComparer.Ordinal))
            );
    }

    private static string? Own(ScheduleProblem problem, string participant) =>
        problem.Participants.First(item => item.Id == participant).Table;
}
