using System.Globalization;
using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Expos.Timetables;
using Matchmaking.Web.Localization;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Expos.Reports.Exports;

/// <summary>The meetings of a draft as records, each with both firms by all their names.</summary>
internal sealed class MeetingTables(DraftView view, IStringLocalizer<Texts> texts)
{
    private readonly Dictionary<Guid, ExpoSlot> slots = view.Expo.Slots.ToDictionary(slot => slot.Id);
    private readonly Dictionary<Guid, string> tables = view.Expo.Tables.ToDictionary(table => table.Id, table => table.Name);
    private readonly Dictionary<Guid, string> interpreters = view.Expo.Interpreters.ToDictionary(item => item.Id, item => item.Name);

    public static IEnumerable<object> NameHeads(string firm) => LanguageCodes.All.Select(language => $"{firm} ({language.ToCode()})");

    /// <summary>What stands, by time and table.</summary>
    public IEnumerable<IReadOnlyList<object>> Placed()
    {
        var positions = view.Expo.Tables.ToDictionary(table => table.Id, table => table.Position);
        return
        [
            [.. PlaceHeads, .. Heads],
            .. view
                .Draft.Meetings.Where(meeting => meeting.Placement is not null)
                .OrderBy(meeting => slots[meeting.Placement!.SlotId].Start)
                .ThenBy(meeting => positions[meeting.Placement!.TableId])
                .Select(meeting => (IReadOnlyList<object>)[.. Place(meeting), .. Of(meeting)]),
        ];
    }

    /// <summary>What is wished, what weighs most first.</summary>
    public IEnumerable<IReadOnlyList<object>> Wished() =>
        [
            [.. Heads, texts["Weight"].Value, texts["Two-way score"].Value, texts["Placed"].Value, .. PlaceHeads],
            .. view
                .Draft.Meetings.OrderByDescending(meeting => meeting.IsMust)
                .ThenByDescending(meeting => meeting.Weight)
                .Select(meeting =>
                    (IReadOnlyList<object>)
                        [.. Of(meeting), meeting.Weight, ScoreOf(meeting), YesOrNo(meeting.Placement is not null), .. Place(meeting)]
                ),
        ];

    /// <summary>What stands nowhere, with the sentences of the page.</summary>
    public IEnumerable<IReadOnlyList<object>> Unplaced(WhyNotPage page) =>
        [
            [.. Heads, texts["Cause"].Value, texts["What is in the way"].Value, texts["What alone would help"].Value],
            .. page.Sorted.Select(meeting =>
                (IReadOnlyList<object>)
                    [
                        .. Of(page.Names.Meeting(meeting.Id)),
                        string.Join("; ", meeting.Causes.Select(found => texts[$"cause.{found.Cause}"].Value)),
                        string.Join(" ", meeting.Causes.Select(page.Sentence)),
                        string.Join("; ", page.Remedies(meeting).Select(found => found.Sentence)),
                    ]
            ),
        ];

    private IEnumerable<object> Heads =>
        [
            .. NameHeads(texts["Firm {0}", 1]),
            .. NameHeads(texts["Firm {0}", 2]),
            texts["Must of both"].Value,
            texts["Language pair of the interpreter"].Value,
        ];

    private IEnumerable<object> PlaceHeads =>
        [
            texts["Day"].Value,
            $"{texts["Begins"].Value} ({view.Expo.Profile.Hall.Zone()})",
            $"{texts["Ends"].Value} ({view.Expo.Profile.Hall.Zone()})",
            texts["Table"].Value,
            texts["Interpreter"].Value,
            texts["Locked"].Value,
        ];

    private IEnumerable<object> Of(DraftMeeting meeting) =>
        [
            .. Names(view.Firms[meeting.Meeting.A]),
            .. Names(view.Firms[meeting.Meeting.B]),
            YesOrNo(meeting.IsMust),
            meeting.Pair is { } pair ? texts[$"pair.{pair}"].Value : string.Empty,
        ];

    public static IEnumerable<object> Names(LocalizedText names) => LanguageCodes.All.Select(names.In);

    /// <summary>Percent; an empty field where nothing was compared.</summary>
    private static object ScoreOf(DraftMeeting meeting) => meeting.Score is { } score ? Math.Round(score * 100) : string.Empty;

    /// <summary>Empty fields where it stands nowhere.</summary>
    private IEnumerable<object> Place(DraftMeeting meeting)
    {
        if (meeting.Placement is not { } placement)
        {
            return Enumerable.Repeat<object>(string.Empty, PlaceHeads.Count());
        }

        var slot = slots[placement.SlotId];
        return
        [
            InHall(slot.Start, "yyyy-MM-dd"),
            InHall(slot.Start, "HH:mm"),
            InHall(slot.End, "HH:mm"),
            tables[placement.TableId],
            placement.InterpreterId is { } interpreter ? interpreters[interpreter] : string.Empty,
            YesOrNo(meeting.IsLocked),
        ];
    }

    private string InHall(DateTime time, string format) =>
        (time + view.Expo.Profile.Hall.Offset()).ToString(format, CultureInfo.InvariantCulture);

    private string YesOrNo(bool holds) => holds ? texts["Yes"] : texts["No"];
}
