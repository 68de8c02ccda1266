using System.Globalization;
using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Outcomes;
using Matchmaking.Web.Features.Expos.Firms;
using Matchmaking.Web.Features.Expos.Reports.Exports;
using Matchmaking.Web.Localization;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Expos.Outcomes;

/// <summary>What came of an expo as records, the header first.</summary>
internal static class OutcomeTables
{
    /// <summary>Every published meeting in time order, with what each side says.</summary>
    public static IEnumerable<IReadOnlyList<object>> Meetings(ExpoOutcomes outcomes, IStringLocalizer<Texts> texts)
    {
        var hall = outcomes.Expo.Profile.Hall;
        return
        [
            [
                texts["Day"].Value,
                $"{texts["Begins"].Value} ({hall.Zone()})",
                $"{texts["Ends"].Value} ({hall.Zone()})",
                texts["Table"].Value,
                texts["Interpreter"].Value,
                .. MeetingTables.NameHeads(texts["Firm {0}", 1]),
                .. MeetingTables.NameHeads(texts["Firm {0}", 2]),
                texts["Held"].Value,
                texts["Answer of firm {0}", 1].Value,
                texts["Note of firm {0}", 1].Value,
                texts["Answer of firm {0}", 2].Value,
                texts["Note of firm {0}", 2].Value,
            ],
            .. outcomes.Meetings.Select(row =>
                (IReadOnlyList<object>)
                    [
                        InHall(row.Meeting.Start, "yyyy-MM-dd"),
                        InHall(row.Meeting.Start, "HH:mm"),
                        InHall(row.Meeting.Start.AddMinutes(row.Meeting.Minutes), "HH:mm"),
                        row.Meeting.Table,
                        row.Meeting.Interpreter ?? string.Empty,
                        .. MeetingTables.Names(outcomes.Names[row.Meeting.A]),
                        .. MeetingTables.Names(outcomes.Names[row.Meeting.B]),
                        !row.HasBegun ? string.Empty
                        : row.IsHeld ? texts["Yes"].Value
                        : texts["No"].Value,
                        .. Said(row.OfA),
                        .. Said(row.OfB),
                    ]
            ),
        ];

        string InHall(DateTime time, string format) => (time + hall.Offset()).ToString(format, CultureInfo.InvariantCulture);

        IEnumerable<object> Said(MeetingOutcome? outcome) =>
            outcome is null ? [string.Empty, string.Empty] : [texts[$"outcome.{outcome.Kind}"].Value, outcome.Note];
    }

    /// <summary>Every firm that attends or has a meeting, with its figures.</summary>
    public static IEnumerable<IReadOnlyList<object>> Firms(ExpoStatistics statistics, IStringLocalizer<Texts> texts) =>
        [
            [
                .. MeetingTables.NameHeads(texts["Firm"]),
                texts["Country"].Value,
                texts["Sector"].Value,
                texts["Group"].Value,
                texts["Booked"].Value,
                texts["Held"].Value,
                texts["Meetings to answer for"].Value,
                texts["Answers given"].Value,
                texts["It says that co-operation is possible"].Value,
                texts["The other side says so"].Value,
                texts["It and the other side say so"].Value,
            ],
            .. statistics.Firms.Select(firm =>
                (IReadOnlyList<object>)
                    [
                        .. MeetingTables.Names(firm.Row.Names),
                        texts[$"country.{firm.Row.Country}"].Value,
                        texts[$"sector.{firm.Sector}"].Value,
                        texts.Of(firm.Row.Group),
                        firm.Booked,
                        firm.Held,
                        firm.Begun,
                        firm.Answered,
                        firm.Cooperation,
                        firm.CooperationOfOthers,
                        firm.CooperationOfBoth,
                    ]
            ),
        ];

    /// <summary>All numbers of the page below each other; fields that a part does not have are empty.</summary>
    public static IEnumerable<IReadOnlyList<object>> Statistics(StatisticsPage page, IStringLocalizer<Texts> texts)
    {
        var statistics = page.Statistics;
        return
        [
            [
                texts["Part"].Value,
                texts["Entry"].Value,
                texts["Meetings or answers"].Value,
                texts["Booked"].Value,
                texts["Held"].Value,
                texts["Co-operation possible"].Value,
                texts["Both sides alike"].Value,
            ],
            .. page.Funnel.Select(step => Line(texts["From wish to outcome"], step.Name, step.Meetings)),
            .. Enum.GetValues<OutcomeKind>()
                .Select(kind =>
                    Line(texts["What firms say"], texts[$"outcome.{kind}"], statistics.Count(kind), both: statistics.CountBoth(kind))
                ),
            Line(texts["What firms say"], texts["No answer"], statistics.Asked - statistics.Answered, both: statistics.Silent),
            .. page.Tables.SelectMany(table =>
                table.Lines.Select(line =>
                    (IReadOnlyList<object>)[table.Title, line.Name, string.Empty, line.Booked, line.Held, line.Cooperation, string.Empty]
                )
            ),
        ];

        static IReadOnlyList<object> Line(string part, string entry, int count, int? both = null) =>
            [part, entry, count, string.Empty, string.Empty, string.Empty, (object?)both ?? string.Empty];
    }
}
