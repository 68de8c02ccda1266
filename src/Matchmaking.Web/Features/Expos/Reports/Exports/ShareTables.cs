using Matchmaking.Core.Expos.Reports;
using Matchmaking.Web.Features.Expos.Firms;
using Matchmaking.Web.Localization;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Expos.Reports.Exports;

/// <summary>What a draft means for firms and interpreters, as records.</summary>
internal static class ShareTables
{
    public static IEnumerable<IReadOnlyList<object>> Firms(FairnessReport report, IStringLocalizer<Texts> texts)
    {
        var tables = report.View.Expo.Tables.ToDictionary(table => table.Id, table => table.Name);
        var (profile, slots) = (report.View.Expo.Profile, report.View.Expo.Slots.Count);
        return
        [
            [
                .. MeetingTables.NameHeads(texts["Firm"]),
                texts["Group"].Value,
                texts["Answer"].Value,
                texts["Slots at hand"].Value,
                texts["Least number of meetings"].Value,
                texts["Largest number of meetings"].Value,
                texts["A table of its own"].Value,
                texts["firm-order.Given"].Value,
                texts["firm-order.Received"].Value,
                texts["firm-order.Mutual"].Value,
                texts["firm-order.Placed"].Value,
                texts["firm-order.Share"].Value,
                texts["firm-order.Breaks"].Value,
                texts["firm-order.TableMoves"].Value,
            ],
            .. report.Firms.Select(firm =>
                (IReadOnlyList<object>)
                    [
                        .. MeetingTables.Names(firm.Row.Names),
                        texts.Of(firm.Row.Group),
                        texts[$"expo-answer.{firm.Row.Firm.State}"].Value,
                        slots - firm.Row.Firm.Absent.Count,
                        firm.Min,
                        (object?)(firm.Row.Firm.MaxMeetings ?? profile.MaxMeetings) ?? string.Empty,
                        firm.Row.Firm.TableId is { } table ? tables[table] : string.Empty,
                        firm.Row.Wishes,
                        firm.Row.WishedBy,
                        firm.Mutual,
                        firm.Placed,
                        Math.Round(firm.Share, 3),
                        firm.Breaks,
                        firm.TableMoves,
                    ]
            ),
        ];
    }

    public static IEnumerable<IReadOnlyList<object>> Interpreters(FairnessReport report, IStringLocalizer<Texts> texts) =>
        [
            [
                texts["Interpreter"].Value,
                texts["Language pairs"].Value,
                texts["Slots at hand"].Value,
                texts["Number of meetings"].Value,
                texts["Idle between"].Value,
                texts["Of their slots"].Value,
            ],
            .. report.Interpreters.Select(use =>
                (IReadOnlyList<object>)
                    [
                        use.Interpreter.Name,
                        string.Join(", ", use.Interpreter.Pairs.Select(pair => texts[$"pair.{pair}"].Value)),
                        use.Available,
                        use.Meetings,
                        use.Idle,
                        Math.Round(use.Share, 3),
                    ]
            ),
        ];
}
