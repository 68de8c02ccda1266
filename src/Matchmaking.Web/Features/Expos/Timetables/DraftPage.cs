using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Expos.Timetables;
using Matchmaking.Core.Language;
using Matchmaking.Web.Localization;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Expos.Timetables;

/// <summary>A draft as the page draws it: what stands where, and where the picked meeting could stand.</summary>
public sealed class DraftPage
{
    private readonly IStringLocalizer texts;
    private readonly PlacementRules rules;
    private readonly Dictionary<(Guid Slot, Guid Table), DraftMeeting> cells;
    private readonly Dictionary<(Guid Slot, CompanyId Firm), DraftMeeting> seats;
    private readonly Dictionary<string, DraftMeeting> meetings;
    private readonly Dictionary<Guid, string> tables;
    private readonly Dictionary<CompanyId, ExpoFirm> invited;

    public DraftPage(DraftView view, DraftFilter filter, IStringLocalizer texts)
    {
        (View, Filter, this.texts) = (view, filter, texts);
        rules = view.Rules;
        Broken = view.Broken;
        var standing = view.Draft.Meetings.Where(meeting => meeting.Placement is not null).ToList();
        cells = standing.ToDictionary(meeting => (meeting.Placement!.SlotId, meeting.Placement.TableId));
        seats = standing
            .SelectMany(meeting => new[] { meeting.Meeting.A, meeting.Meeting.B }.Select(firm => (Firm: firm, Meeting: meeting)))
            .ToDictionary(seat => (seat.Meeting.Placement!.SlotId, seat.Firm), seat => seat.Meeting);
        meetings = view.Draft.Meetings.ToDictionary(meeting => Key(meeting.MeetingId));
        invited = view.Expo.Firms.ToDictionary(firm => firm.CompanyId);
        tables = view.Expo.Tables.ToDictionary(table => table.Id, table => table.Name);
        Picked = filter.Pick is { } pick && MayChange ? meetings.GetValueOrDefault(Key(pick)) : null;
    }

    public DraftView View { get; }

    public DraftFilter Filter { get; }

    public ILookup<Guid, string> Broken { get; }

    /// <summary>Null when none is picked up.</summary>
    public DraftMeeting? Picked { get; }

    /// <summary>Each cell of the grid of tables says whether the picked meeting can stand there.</summary>
    public bool ShowsPlaces => Filter.Part == DraftPart.Tables && Picked is { } picked && MayMove(picked);

    public bool MayMove(DraftMeeting meeting) => MayChange && !meeting.IsLocked && !View.IsOver(meeting);

    public bool MayChange => View.Expo.IsOpenForScheduling;

    public string Root => $"/organise/{View.Expo.Id}/schedule/{View.Draft.Number}";

    public IEnumerable<(DateOnly Day, IReadOnlyList<ExpoSlot> Slots)> Days =>
        AbsencesModel.ByDay(View.Expo.Profile, View.Expo.Slots).Where(day => Filter.Day is null || day.Day == Filter.Day);

    public IReadOnlyList<ExpoTable> Tables => [.. View.Expo.Tables.OrderBy(table => table.Position)];

    /// <summary>Firms of the draft by the reader's alphabet.</summary>
    public IReadOnlyList<CompanyId> Firms =>
        [
            .. View
                .Draft.Meetings.SelectMany(meeting => new[] { meeting.Meeting.A, meeting.Meeting.B })
                .Distinct()
                .OrderBy(Name, StringComparer.CurrentCulture),
        ];

    public DraftMeeting? At(ExpoSlot slot, ExpoTable table) => cells.GetValueOrDefault((slot.Id, table.Id));

    public DraftMeeting? Of(CompanyId firm, ExpoSlot slot) => seats.GetValueOrDefault((slot.Id, firm));

    public bool IsAway(CompanyId firm, ExpoSlot slot) =>
        invited.GetValueOrDefault(firm) is not { State: ExpoFirmState.Attending } known || known.Absent.Contains(slot.Id);

    /// <summary>Whether the filter by firm leaves the meeting bright.</summary>
    public bool IsMeant(DraftMeeting meeting) => Filter.Firm is not { } firm || meeting.Meeting.A == firm || meeting.Meeting.B == firm;

    public CellVerdict VerdictAt(ExpoSlot slot, ExpoTable table) => rules.Of(Key(Picked!.MeetingId), Key(slot.Id), Key(table.Id));

    public CellVerdict? AgainstSlot(ExpoSlot slot) => rules.AgainstSlot(Key(Picked!.MeetingId), Key(slot.Id));

    public string Reason(CellVerdict verdict) =>
        texts[
            $"cell.{verdict.State}",
            verdict.Firm is { } firm ? Name(new CompanyId(Guid.ParseExact(firm, "N"))) : string.Empty,
            verdict.Other is { } other ? Beside(meetings[other], verdict.Firm) : string.Empty
        ];

    public string Name(CompanyId firm) => View.Firms[firm].For(ReaderLanguage.Current);

    /// <summary>For a cell, where the legal form would leave no room for the name.</summary>
    public string ShortName(CompanyId firm) => LegalForms.Shorten(Name(firm));

    public string Pair(DraftMeeting meeting) => $"{Name(meeting.Meeting.A)} – {Name(meeting.Meeting.B)}";

    public string Table(Guid id) => tables[id];

    public string? Interpreter(DraftMeeting meeting) =>
        View.Expo.Interpreters.FirstOrDefault(item => item.Id == meeting.Placement?.InterpreterId)?.Name;

    public string At(ExpoSlot slot) =>
        (slot.Start + View.Expo.Profile.Hall.Offset()).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    public string Place(DraftMeeting meeting) =>
        meeting.Placement is { } placement
            ? $"{MeetingTime.Format(View.Expo.Slots.Single(slot => slot.Id == placement.SlotId).Start, ReaderLanguage.Current)} · {Table(placement.TableId)}"
            : texts["not placed"];

    /// <summary>Both firms of a meeting; beside one of them only the other.</summary>
    private string Beside(DraftMeeting meeting, string? firm) =>
        firm is null ? Pair(meeting)
        : Key(meeting.Meeting.A.Value) == firm ? Name(meeting.Meeting.B)
        : Name(meeting.Meeting.A);

    private static string Key(Guid id) => id.ToString("N");
}
