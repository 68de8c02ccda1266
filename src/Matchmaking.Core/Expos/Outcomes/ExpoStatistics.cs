using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Participation;
using Matchmaking.Core.Expos.Setup;

namespace Matchmaking.Core.Expos.Outcomes;

/// <summary>
/// An expo in numbers. Booked is what firms were told last; which of these are held is told by <see cref="OutcomeRow.IsHeld"/>, and co-operation is
/// possible when at least one side says so.
/// </summary>
/// <param name="Wished">Meetings that are wished, in the draft that is shown.</param>
/// <param name="Placed">Of these, how many stand in it.</param>
/// <param name="Days">By the days of the hall.</param>
/// <param name="Countries">A meeting counts for each side, in this as in the next two.</param>
/// <param name="Interpreters">By their names, the empty one for meetings without.</param>
/// <param name="Firms">Firms that attend or have a meeting.</param>
public sealed record ExpoStatistics(
    ExpoOutcomes Outcomes,
    int Wished,
    int Placed,
    IReadOnlyList<Tally<DateOnly>> Days,
    IReadOnlyList<Tally<Country>> Countries,
    IReadOnlyList<Tally<string>> Sectors,
    IReadOnlyList<Tally<ExpoGroup>> Groups,
    IReadOnlyList<Tally<string>> Interpreters,
    IReadOnlyList<FirmTally> Firms
)
{
    public int Booked => Outcomes.Meetings.Count;

    public int Held => Outcomes.Meetings.Count(meeting => meeting.IsHeld);

    /// <summary>Of what is booked, how many have not begun.</summary>
    public int Coming => Booked - Outcomes.Begun.Count;

    public int Cooperation => Outcomes.Begun.Count(meeting => meeting.Says(OutcomeKind.CooperationPossible));

    /// <summary>Answers that both sides of what has begun could give.</summary>
    public int Asked => 2 * Outcomes.Begun.Count;

    public int Answered => Outcomes.Begun.Sum(meeting => meeting.Said.Count());

    /// <summary>Of what has begun, meetings of which no side has said anything.</summary>
    public int Silent => Outcomes.Begun.Count(meeting => !meeting.Said.Any());

    /// <summary>How many sides say so.</summary>
    public int Count(OutcomeKind kind) => Outcomes.Begun.Sum(meeting => meeting.Said.Count(outcome => outcome.Kind == kind));

    /// <summary>How many meetings there are of which both sides say so.</summary>
    public int CountBoth(OutcomeKind kind) => Outcomes.Begun.Count(meeting => meeting.Said.Count(outcome => outcome.Kind == kind) == 2);

    /// <summary>Firms that say so of a meeting of theirs, those with the most first.</summary>
    public IReadOnlyList<FirmTally> Cooperating =>
        [
            .. Firms
                .Where(firm => firm.Cooperation > 0)
                .OrderByDescending(firm => firm.CooperationOfBoth)
                .ThenByDescending(firm => firm.Cooperation),
        ];

    internal static ExpoStatistics Of(
        ExpoOutcomes outcomes,
        int wished,
        int placed,
        IReadOnlyList<ExpoFirmRow> firms,
        IReadOnlyDictionary<CompanyId, string> sectors
    )
    {
        var known = firms.ToDictionary(firm => firm.Firm.CompanyId);
        var meetings = outcomes.Meetings;
        var hall = outcomes.Expo.Profile.Hall.Offset();
        return new ExpoStatistics(
            outcomes,
            wished,
            placed,
            [.. Tally.By<DateOnly>(meetings, meeting => [DateOnly.FromDateTime(meeting.Meeting.Start + hall)]).OrderBy(day => day.Key)],
            [.. Tally.By(meetings, BySide(firm => firm.Country)).OrderBy(country => country.Key)],
            [.. Tally.By(meetings, BySide(firm => sectors[firm.Firm.CompanyId])).OrderByDescending(sector => sector.Booked)],
            [.. Tally.By(meetings, BySide(firm => firm.Group)).OrderByDescending(group => group.Booked)],
            [
                .. Tally
                    .By<string>(meetings, meeting => [meeting.Meeting.Interpreter ?? string.Empty])
                    .OrderByDescending(name => name.Booked),
            ],
            [
                .. firms
                    .Select(firm => FirmTally.Of(firm, sectors[firm.Firm.CompanyId], meetings))
                    .Where(firm => firm.Booked > 0 || firm.Row.Firm.State == ExpoFirmState.Attending),
            ]
        );

        // A firm that was taken out of the expo is in no country's, sector's or group's number.
        Func<OutcomeRow, IEnumerable<TKey>> BySide<TKey>(Func<ExpoFirmRow, TKey> key) =>
            meeting => new[] { meeting.Meeting.A, meeting.Meeting.B }.Select(known.GetValueOrDefault).OfType<ExpoFirmRow>().Select(key);
    }
}

/// <summary>Meetings that have something in common.</summary>
/// <param name="Cooperation">Meetings of which at least one side says that co-operation is possible.</param>
public sealed record Tally<TKey>(TKey Key, int Booked, int Held, int Cooperation);

internal static class Tally
{
    /// <param name="keys">Under which a meeting counts; once for each.</param>
    public static IEnumerable<Tally<TKey>> By<TKey>(IEnumerable<OutcomeRow> meetings, Func<OutcomeRow, IEnumerable<TKey>> keys)
        where TKey : notnull =>
        meetings
            .SelectMany(meeting => keys(meeting).Distinct().Select(key => (Key: key, Meeting: meeting)))
            .GroupBy(item => item.Key, item => item.Meeting)
            .Select(group => new Tally<TKey>(
                group.Key,
                group.Count(),
                group.Count(meeting => meeting.IsHeld),
                group.Count(meeting => meeting.Says(OutcomeKind.CooperationPossible))
            ));
}

/// <param name="Sector">A code of <see cref="Companies.Sectors"/>.</param>
/// <param name="Answered">Of its meetings that have begun, of how many it said what came of them.</param>
/// <param name="Cooperation">How often it says that co-operation is possible.</param>
/// <param name="CooperationOfOthers">How often the other side says so.</param>
/// <param name="CooperationOfBoth">How often both do.</param>
public sealed record FirmTally(
    ExpoFirmRow Row,
    string Sector,
    int Booked,
    int Begun,
    int Held,
    int Answered,
    int Cooperation,
    int CooperationOfOthers,
    int CooperationOfBoth
)
{
    internal static FirmTally Of(ExpoFirmRow row, string sector, IReadOnlyList<OutcomeRow> meetings)
    {
        var firm = row.Firm.CompanyId;
        var own = meetings.Where(meeting => meeting.Meeting.IsOf(firm)).ToList();
        var possible = own.ConvertAll(meeting =>
            meeting.Said.Where(outcome => outcome.Kind == OutcomeKind.CooperationPossible).Select(outcome => outcome.CompanyId).ToHashSet()
        );
        return new FirmTally(
            row,
            sector,
            own.Count,
            own.Count(meeting => meeting.HasBegun),
            own.Count(meeting => meeting.IsHeld),
            own.Count(meeting => meeting.Said.Any(outcome => outcome.CompanyId == firm)),
            possible.Count(sides => sides.Contains(firm)),
            possible.Count(sides => sides.Any(side => side != firm)),
            possible.Count(sides => sides.Count == 2)
        );
    }
}
