using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Setup;

namespace Matchmaking.Core.Expos.Timetables;

/// <summary>A meeting that is wished, as the expo counts it.</summary>
/// <param name="Weight">As <see cref="MeetingWeight"/> says.</param>
/// <param name="Pair">The language pair that it needs an interpreter of.</param>
internal sealed record WishedMeeting(Guid Id, CompanyId A, CompanyId B, bool IsMust, double Weight, string? Pair);

/// <summary>What of a timetable has begun.</summary>
/// <param name="Slots">Ids of slots.</param>
/// <param name="Meetings">What stands in them.</param>
internal sealed record Past(IReadOnlySet<Guid> Slots, IReadOnlyList<PlacedMeeting> Meetings)
{
    public static readonly Past None = new(new HashSet<Guid>(), []);

    public static Past Of(Expo expo, ScheduleDraft draft, DateTime now)
    {
        var begun = expo.Begun(now);
        return new Past(begun, [.. draft.Placed.Where(item => begun.Contains(EngineId.Read(item.Slot)))]);
    }
}

/// <summary>The one place where what stands about an expo becomes rules for the engine.</summary>
internal static class ExpoProblem
{
    /// <param name="expo">With its parts.</param>
    /// <param name="held">Meetings that stay where they stand.</param>
    /// <param name="past">In its slots only its meetings are, whoever has dropped out since.</param>
    /// <param name="placesAll">A schedule places every meeting or there is none.</param>
    public static ScheduleProblem Of(
        Expo expo,
        IReadOnlyCollection<WishedMeeting> meetings,
        IReadOnlyCollection<PlacedMeeting> held,
        Past past,
        bool placesAll = false
    )
    {
        var places = held.ToDictionary(item => item.Id);
        var firms = expo.Firms.ToDictionary(firm => firm.CompanyId);
        var began = past.Meetings.ToDictionary(item => EngineId.Read(item.Id), item => EngineId.Read(item.Slot));
        var seats = meetings
            .Where(meeting => began.ContainsKey(meeting.Id))
            .SelectMany(meeting => new[] { meeting.A, meeting.B }.Select(firm => (Firm: firm, Slot: began[meeting.Id])))
            .ToHashSet();
        return new ScheduleProblem(
            [.. expo.Slots.OrderBy(slot => slot.Start).Select(slot => new ScheduleSlot(EngineId.Of(slot.Id), Day: Day(expo, slot)))],
            [.. expo.Tables.OrderBy(table => table.Position).Select(table => EngineId.Of(table.Id))],
            [
                .. expo.Interpreters.Select(item => new ScheduleInterpreter(
                    EngineId.Of(item.Id),
                    string.Join(',', item.Pairs),
                    ToCome(item.Absent)
                )),
            ],
            [
                .. meetings
                    .SelectMany(meeting => new[] { meeting.A, meeting.B })
                    .Distinct()
                    .Select(company =>
                        Participant(
                            expo,
                            company,
                            firms.GetValueOrDefault(company),
                            slot =>
                                past.Slots.Contains(slot)
                                    ? !seats.Contains((company, slot))
                                    : !IsThere(firms.GetValueOrDefault(company), slot)
                        )
                    ),
            ],
            [.. meetings.Select(meeting => Meeting(meeting, places.GetValueOrDefault(EngineId.Of(meeting.Id))))],
            AllowUnscheduled: !placesAll,
            ClosedTables:
            [
                .. expo
                    .Tables.Select(table => new ClosedTable(EngineId.Of(table.Id), ToCome(table.Absent)))
                    .Where(closed => closed.Slots.Count > 0),
            ]
        );

        IReadOnlyList<string> ToCome(IReadOnlyList<Guid> absent) =>
            [.. absent.Where(slot => !past.Slots.Contains(slot)).Select(EngineId.Of)];
    }

    private static string Day(Expo expo, ExpoSlot slot) =>
        DateOnly.FromDateTime(slot.Start + expo.Profile.Hall.Offset()).ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A firm that has left the expo is never there.</summary>
    private static bool IsThere(ExpoFirm? firm, Guid slot) => firm?.State == ExpoFirmState.Attending && !firm.Absent.Contains(slot);

    private static ScheduleParticipant Participant(Expo expo, CompanyId company, ExpoFirm? firm, Func<Guid, bool> isAway) =>
        new(
            EngineId.Of(company.Value),
            [.. expo.Slots.Select(slot => slot.Id).Where(isAway).Select(EngineId.Of)],
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
