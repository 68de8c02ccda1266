using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Setup;

namespace Matchmaking.Core.Expos.Timetables;

/// <summary>A meeting that is wished, as the expo counts it.</summary>
/// <param name="Pair">The language pair that it needs an interpreter of.</param>
internal sealed record WishedMeeting(Guid Id, CompanyId A, CompanyId B, bool IsMust, double Weight, string? Pair);

/// <summary>The one place where what stands about an expo becomes rules for the engine.</summary>
internal static class ExpoProblem
{
    /// <param name="expo">With its parts.</param>
    /// <param name="held">Meetings that stay where they stand.</param>
    /// <param name="placesAll">A schedule places every meeting or there is none.</param>
    public static ScheduleProblem Of(
        Expo expo,
        IReadOnlyCollection<WishedMeeting> meetings,
        IReadOnlyCollection<PlacedMeeting> held,
        bool placesAll = false
    )
    {
        var places = held.ToDictionary(item => item.Id);
        var firms = expo.Firms.ToDictionary(firm => firm.CompanyId);
        return new ScheduleProblem(
            [.. expo.Slots.OrderBy(slot => slot.Start).Select(slot => new ScheduleSlot(EngineId.Of(slot.Id), Day: Day(expo, slot)))],
            [.. expo.Tables.OrderBy(table => table.Position).Select(table => EngineId.Of(table.Id))],
            [.. expo.Interpreters.Select(Interpreter)],
            [
                .. meetings
                    .SelectMany(meeting => new[] { meeting.A, meeting.B })
                    .Distinct()
                    .Select(company => Participant(expo, company, firms.GetValueOrDefault(company))),
            ],
            [.. meetings.Select(meeting => Meeting(meeting, places.GetValueOrDefault(EngineId.Of(meeting.Id))))],
            AllowUnscheduled: !placesAll
        );
    }

    private static string Day(Expo expo, ExpoSlot slot) =>
        DateOnly.FromDateTime(slot.Start + expo.Profile.Hall.Offset()).ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    private static ScheduleInterpreter Interpreter(ExpoInterpreter interpreter) =>
        new(EngineId.Of(interpreter.Id), string.Join(',', interpreter.Pairs), [.. interpreter.Absent.Select(EngineId.Of)]);

    /// <summary>A firm that has left the expo is never there.</summary>
    private static ScheduleParticipant Participant(Expo expo, CompanyId company, ExpoFirm? firm) =>
        new(
            EngineId.Of(company.Value),
            firm?.State == ExpoFirmState.Attending
                ? [.. firm.Absent.Select(EngineId.Of)]
                : [.. expo.Slots.Select(slot => EngineId.Of(slot.Id))],
            firm?.MinMeetings ?? expo.Profile.MinMeetings,
            firm?.MaxMeetings ?? expo.Profile.MaxMeetings,
            firm?.TableId is { } table ? EngineId.Of(table) : null
        );

    private static ScheduleMeeting Meeting(WishedMeeting meeting, PlacedMeeting? held) =>
        new(
            EngineId.Of(meeting.Id),
            EngineId.Of(meeting.A.Value),
            EngineId.Of(meeting.B.Value),
            meeting.Weight,
            meeting.IsMust,
            Slot: held?.Slot,
            Table: held?.Table,
            Interpreter: meeting.Pair
        );
}
