using Matchmaking.Core.Expos;
using Matchmaking.Scheduling.Model;

namespace Matchmaking.Scheduling.Conflicts;

/// <summary>What can be seen by counting: each finding is a conflict by itself, but there are conflicts that it does not see.</summary>
internal sealed class QuickConflicts(CompiledProblem problem)
{
    public IReadOnlyList<ScheduleRule>? Find()
    {
        if (!problem.PlacesAll)
        {
            return null;
        }

        return new OrderConflicts(problem).Find() ?? CrowdedParticipant() ?? CrowdedSlots() ?? Breaks();
    }

    public static ScheduleRule Meeting(CompiledProblem problem, int meeting) => new("meeting", problem.Source.Meetings[meeting].Id);

    public static ScheduleRule Participant(CompiledProblem problem, int person) =>
        new("participant", problem.Source.Participants[person].Id);

    private IReadOnlyList<ScheduleRule>? CrowdedParticipant()
    {
        for (var person = 0; person < problem.People; person++)
        {
            var meetings = problem.MeetingsOf[person];
            if (meetings.Length > problem.Most(person))
            {
                return [Participant(problem, person)];
            }

            var choices = Array.ConvertAll(meetings, meeting => (IReadOnlyList<int>)[.. problem.PositionsOf(meeting)]);
            if (new SlotMatching(choices, _ => 1, problem.Positions).Violation() is { } violation)
            {
                return violation.Items.Count == meetings.Length
                    ? [Participant(problem, person)]
                    : [Participant(problem, person), .. violation.Items.Select(index => Meeting(problem, meetings[index]))];
            }
        }

        return null;
    }

    /// <summary>More meetings than tables, or than interpreters, in the only slots that are left to them.</summary>
    private IReadOnlyList<ScheduleRule>? CrowdedSlots()
    {
        for (var resource = 0; resource < problem.Resources.Count; resource++)
        {
            var row = resource * problem.Positions;
            var users = Enumerable.Range(0, problem.Meetings).Where(meeting => problem.Resources.Of[meeting].Contains(resource)).ToList();
            var choices = users.Select(meeting => (IReadOnlyList<int>)[.. problem.PositionsOf(meeting)]).ToArray();
            if (
                new SlotMatching(choices, position => problem.Resources.Capacity[row + position], problem.Positions).Violation() is
                { } violation
            )
            {
                return
                [
                    .. violation.Positions.Select(position => new ScheduleRule("slot", problem.Time.SlotIds[position])),
                    .. violation.Items.Select(index => Meeting(problem, users[index])),
                ];
            }
        }

        return null;
    }

    /// <summary>One participant needs more breaks than another can have, even with the difference that is allowed.</summary>
    private IReadOnlyList<ScheduleRule>? Breaks()
    {
        if (problem.Difference is not { } difference || problem.People == 0)
        {
            return null;
        }

        var people = Enumerable.Range(0, problem.People).ToList();
        var worst = people.MaxBy(person => problem.LeastBreaks[person]);
        var best = people.MinBy(person => problem.MeetingsOf[person].Length);
        return problem.LeastBreaks[worst] > difference + Math.Max(0, problem.MeetingsOf[best].Length - 1)
            ? [Participant(problem, worst), Participant(problem, best)]
            : null;
    }
}
