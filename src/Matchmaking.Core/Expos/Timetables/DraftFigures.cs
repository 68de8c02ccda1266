namespace Matchmaking.Core.Expos.Timetables;

/// <summary>What a draft is worth, in the order of the goals.</summary>
/// <param name="Bound">No schedule that places as much has fewer breaks; null where somebody changed it by hand.</param>
/// <param name="TableMoves">How often a firm changes its table between two meetings of a day.</param>
/// <param name="FirmsWithout">Firms with a wish that counts and no meeting.</param>
/// <param name="Least">Meetings of the firm with the fewest.</param>
public sealed record DraftFigures(
    int Wished,
    int Placed,
    int Musts,
    int MustsPlaced,
    int Breaks,
    int? Bound,
    bool IsProven,
    int TableMoves,
    int FirmsWithout,
    int Least,
    int Most
)
{
    internal static DraftFigures Of(ScheduleProblem problem, IReadOnlyList<PlacedMeeting> placed, ScheduleSolution? found = null)
    {
        var firms = ScheduleFigures.Of(problem, placed);
        var standing = placed.Select(item => item.Id).ToHashSet();
        return new DraftFigures(
            problem.Meetings.Count,
            placed.Count,
            problem.Meetings.Count(meeting => meeting.Must),
            problem.Meetings.Count(meeting => meeting.Must && standing.Contains(meeting.Id)),
            firms.Sum(firm => firm.Breaks),
            found?.Bound,
            found?.Status == ScheduleStatus.Optimal,
            MovesBetweenTables(problem, placed).Values.Sum(),
            firms.Count(firm => firm.Meetings == 0),
            firms.Select(firm => firm.Meetings).DefaultIfEmpty().Min(),
            firms.Select(firm => firm.Meetings).DefaultIfEmpty().Max()
        );
    }

    /// <summary>How often each firm that meets somebody changes its table between two meetings of a day.</summary>
    internal static IReadOnlyDictionary<string, int> MovesBetweenTables(ScheduleProblem problem, IReadOnlyList<PlacedMeeting> placed)
    {
        var slots = problem.Slots.Index().ToDictionary(slot => slot.Item.Id, slot => (slot.Index, slot.Item.Day));
        var meetings = problem.Meetings.ToDictionary(meeting => meeting.Id);
        return placed
            .SelectMany(item => new[] { meetings[item.Id].A, meetings[item.Id].B }.Select(firm => (Firm: firm, Item: item)))
            .GroupBy(seat => seat.Firm, seat => seat.Item)
            .ToDictionary(
                firm => firm.Key,
                firm =>
                    firm.GroupBy(item => slots[item.Slot].Day)
                        .Sum(day =>
                        {
                            var tables = day.OrderBy(item => slots[item.Slot].Index).Select(item => item.Table).ToList();
                            return tables.Skip(1).Zip(tables).Count(pair => pair.First != pair.Second);
                        })
            );
    }
}
