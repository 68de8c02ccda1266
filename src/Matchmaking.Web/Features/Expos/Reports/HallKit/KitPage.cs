using System.Globalization;
using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Reports;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Expos.Timetables;
using Matchmaking.Web.Features.Shared;
using Matchmaking.Web.Hosting;
using Matchmaking.Web.Localization;

namespace Matchmaking.Web.Features.Expos.Reports.HallKit;

/// <summary>A draft as it is printed.</summary>
public sealed class KitPage
{
    private readonly PrintedDraft kit;
    private readonly SiteAddress site;
    private readonly Dictionary<(Guid Slot, Guid Table), KitMeeting> meetings;

    /// <param name="only">The firm whose sheet is wanted; null for all.</param>
    public KitPage(PrintedDraft kit, SiteAddress site, CompanyId? only)
    {
        (this.kit, this.site, Only) = (kit, site, only);
        var slots = Expo.Slots.ToDictionary(slot => slot.Id);
        var tables = Expo.Tables.ToDictionary(table => table.Id, table => table.Name);
        var interpreters = Expo.Interpreters.ToDictionary(interpreter => interpreter.Id, interpreter => interpreter.Name);
        meetings = View
            .Draft.Meetings.Where(meeting => meeting.Placement is not null)
            .ToDictionary(
                meeting => (meeting.Placement!.SlotId, meeting.Placement.TableId),
                meeting => new KitMeeting(
                    slots[meeting.Placement!.SlotId],
                    tables[meeting.Placement.TableId],
                    Side(meeting.Meeting.A),
                    Side(meeting.Meeting.B),
                    meeting.Placement.InterpreterId,
                    meeting.Placement.InterpreterId is { } id ? interpreters[id] : null
                )
            );
    }

    public DraftView View => kit.View;

    public Expo Expo => View.Expo;

    public CompanyId? Only { get; }

    /// <summary>Whether the server has the fonts for PDF files.</summary>
    public bool HasPdf { get; init; }

    public int Meetings => meetings.Count;

    public string Root => $"/organise/{Expo.Id}/schedule/{View.Draft.Number}";

    public IEnumerable<(DateOnly Day, IReadOnlyList<ExpoSlot> Slots)> Days => AbsencesModel.ByDay(Expo.Profile, Expo.Slots);

    /// <summary>The days as a grid shows them: one with more slots than a page takes is parted evenly.</summary>
    public IEnumerable<(DateOnly Day, IReadOnlyList<ExpoSlot> Slots)> Parted(int slotsOfOnePage) =>
        from day in Days
        let parts = (day.Slots.Count + slotsOfOnePage - 1) / slotsOfOnePage
        from slots in day.Slots.Chunk((day.Slots.Count + parts - 1) / parts)
        select (day.Day, (IReadOnlyList<ExpoSlot>)slots);

    public IReadOnlyList<ExpoTable> Tables => [.. Expo.Tables.OrderBy(table => table.Position)];

    /// <summary>Firms with a meeting, the Chinese ones first, each with its own in time order.</summary>
    public IEnumerable<(KitFirm Firm, IReadOnlyList<KitMeeting> Meetings)> Firms =>
        InTime
            .SelectMany(meeting => new[] { (Firm: meeting.A, meeting), (Firm: meeting.B, meeting) })
            .GroupBy(seat => seat.Firm, seat => seat.meeting)
            .Where(firm => Only is null || firm.Key.Id == Only)
            .OrderBy(firm => firm.Key.Language)
            .ThenBy(firm => firm.Key.Names.For(firm.Key.Language), StringComparer.CurrentCulture)
            .Select(firm => (firm.Key, (IReadOnlyList<KitMeeting>)[.. firm]));

    /// <summary>Interpreters with a meeting.</summary>
    public IEnumerable<(ExpoInterpreter Interpreter, IReadOnlyList<KitMeeting> Meetings)> Interpreters =>
        from interpreter in Expo.Interpreters.OrderBy(item => item.Name, StringComparer.CurrentCulture)
        let own = InTime.Where(meeting => meeting.InterpreterId == interpreter.Id).ToList()
        where own.Count > 0
        select (interpreter, (IReadOnlyList<KitMeeting>)own);

    /// <summary>What a firm shows at the door; null for one that has left the expo.</summary>
    public QrCode? CheckIn(KitFirm firm) =>
        Expo.Firms.FirstOrDefault(item => item.CompanyId == firm.Id) is { } attending
            ? QrCode.Of(site.LinkTo($"/organise/{Expo.Id}/check-in/{attending.CheckInCode}"))
            : null;

    public KitMeeting? At(ExpoSlot slot, ExpoTable table) => meetings.GetValueOrDefault((slot.Id, table.Id));

    /// <summary>The clock of the hall first, then that of the other country.</summary>
    public IEnumerable<string> Clock(ExpoSlot slot) =>
        MeetingTime.Clock(slot.Start, Expo.Profile.Hall == Country.CN ? LanguageCode.Zh : LanguageCode.Ko).Split(" · ");

    /// <summary>Two names of a firm: in its own language, then in that of those it meets.</summary>
    public static IEnumerable<(LanguageCode Language, string Text)> Printed(LocalizedText names, LanguageCode first)
    {
        var second = first == LanguageCode.Zh ? LanguageCode.Ko : LanguageCode.Zh;
        return names
            .InOrder(first)
            .OrderBy(name =>
                name.Language == first ? 0
                : name.Language == second ? 1
                : 2
            )
            .Take(2);
    }

    /// <summary>For paper that everybody reads.</summary>
    public static string Printed(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public DateOnly Day(ExpoSlot slot) => DateOnly.FromDateTime(slot.Start + Expo.Profile.Hall.Offset());

    private IEnumerable<KitMeeting> InTime => meetings.Values.OrderBy(meeting => meeting.Slot.Start);

    private KitFirm Side(CompanyId id) => new(id, View.Firms[id], kit.Countries[id] == Country.CN ? LanguageCode.Zh : LanguageCode.Ko);
}

/// <param name="Language">Of its country.</param>
public sealed record KitFirm(CompanyId Id, LocalizedText Names, LanguageCode Language);

/// <param name="Interpreter">By name; null without one.</param>
public sealed record KitMeeting(ExpoSlot Slot, string Table, KitFirm A, KitFirm B, Guid? InterpreterId, string? Interpreter)
{
    public KitFirm Other(KitFirm firm) => firm == A ? B : A;
}
