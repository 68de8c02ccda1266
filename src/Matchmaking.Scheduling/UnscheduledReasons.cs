using Matchmaking.Core.Expos;

namespace Matchmaking.Scheduling;

/// <summary>Why a meeting has no place beside those that have one.</summary>
internal static class UnscheduledReasons
{
    public static string Of(ScheduleProblem problem, ScheduleMeeting meeting, IReadOnlyList<PlacedMeeting> placed)
    {
        var legal = LegalSlots.Of(problem, meeting).Select(position => problem.Slots[position].Id).ToList();
        if (legal.Count == 0)
        {
            return "no-common-slot";
        }

        var meetings = problem.Meetings.ToDictionary(item => item.Id);
        if (
            problem.Participants.Any(side =>
                (side.Id == meeting.A || side.Id == meeting.B) && side.Max <= placed.Count(item => Takes(item, side.Id))
            )
        )
        {
            return "participant-at-maximum";
        }

        var open = legal.FindAll(slot => !placed.Any(item => item.Slot == slot && (Takes(item, meeting.A) || Takes(item, meeting.B))));
        if (open.Count == 0)
        {
            return "participants-busy";
        }

        var own = LegalPlaces.TableOf(problem, meeting);
        open.RemoveAll(slot => Taken(slot, item => own is null || item.Table == own) >= (own is null ? problem.Tables.Count : 1));
        if (open.Count == 0)
        {
            return "no-table";
        }

        open.RemoveAll(slot =>
            meeting.Interpreter is { } pair && !problem.Interpreters.Any(interpreter => IsFree(interpreter, pair, slot))
        );
        return open.Count == 0 ? "no-interpreter" : "lower-weight";

        bool Takes(PlacedMeeting item, string participant) => meetings[item.Id].A == participant || meetings[item.Id].B == participant;

        int Taken(string slot, Func<PlacedMeeting, bool> which) => placed.Count(item => item.Slot == slot && which(item));

        bool IsFree(ScheduleInterpreter interpreter, string pair, string slot) =>
            LegalPlaces.Speaks(interpreter, pair)
            && interpreter.Unavailable?.Contains(slot) != true
            && Taken(slot, item => item.Interpreter == interpreter.Id) == 0;
    }
}
