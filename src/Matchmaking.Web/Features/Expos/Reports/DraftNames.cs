using System.Globalization;
using Matchmaking.Core.Common;
using Matchmaking.Core.Expos;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Expos.Timetables;
using Matchmaking.Web.Localization;

namespace Matchmaking.Web.Features.Expos.Reports;

/// <summary>What stands in a draft by the names that the reader knows, also for ids as the engine writes them.</summary>
public sealed class DraftNames(DraftView view)
{
    private readonly IReadOnlyList<ExpoSlot> slots = [.. view.Expo.Slots.OrderBy(slot => slot.Start)];
    private readonly Dictionary<Guid, string> tables = view.Expo.Tables.ToDictionary(table => table.Id, table => table.Name);
    private readonly Dictionary<Guid, DraftMeeting> meetings = view.Draft.Meetings.ToDictionary(meeting => meeting.MeetingId);

    public static Guid Read(string id) => Guid.ParseExact(id, "N");

    public DraftMeeting Meeting(string id) => meetings[Read(id)];

    public string Firm(CompanyId firm) => view.Firms[firm].For(ReaderLanguage.Current);

    public string Firms(IEnumerable<string> ids) => string.Join(" · ", ids.Select(id => Firm(new CompanyId(Read(id)))));

    public string Pair(DraftMeeting meeting) => $"{Firm(meeting.Meeting.A)} – {Firm(meeting.Meeting.B)}";

    public string Table(Guid id) => tables[id];

    /// <summary>Slot and table.</summary>
    public string Place(PlacedMeeting placed) => $"{Slots([placed.Slot], string.Empty)} · {Table(Read(placed.Table))}";

    /// <summary>Times of the hall, each day named once where the expo has several: <c>March 10 10:00, 10:40; March 11 09:30</c>.</summary>
    public string Slots(IEnumerable<string> ids, string separator)
    {
        var meant = ids.Select(Read).ToHashSet();
        return string.Join(
            "; ",
            slots
                .Where(slot => meant.Contains(slot.Id))
                .Select(slot => slot.Start + view.Expo.Profile.Hall.Offset())
                .GroupBy(start => start.Date)
                .Select(day => Day(day.Key) + string.Join(separator, day.Select(start => Format(start, "HH:mm"))))
        );
    }

    private string Day(DateTime day) =>
        view.Expo.Profile.LastDay > view.Expo.Profile.FirstDay
            ? $"{day.ToString("m", CultureInfo.CurrentCulture).Replace(' ', '\u00a0')} "
            : string.Empty;

    private static string Format(DateTime time, string format) => time.ToString(format, CultureInfo.InvariantCulture);
}
