using Matchmaking.Core.Common;

namespace Matchmaking.Core.Auditing;

/// <summary>Who did what to what, and when. Written in the transaction of the act, never changed; names are kept as they were.</summary>
public sealed class AuditEntry
{
    public const int SubjectLimit = 120;
    public const int DetailLimit = 2000;

    private AuditEntry() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public DateTime At { get; private init; }

    public Guid ActorId { get; private init; }

    public string ActorName { get; private init; } = string.Empty;

    public AgencyId? AgencyId { get; private init; }

    /// <summary>One of <see cref="AuditActions"/>.</summary>
    public string Action { get; private init; } = string.Empty;

    /// <summary>What it was done to: the id, and the title or name of that day.</summary>
    public Guid SubjectId { get; private init; }

    public string Subject { get; private init; } = string.Empty;

    /// <summary>The reason that was given or the source that was named, where there is one.</summary>
    public string? Detail { get; private init; }

    public static AuditEntry Of(Actor actor, string action, Guid subjectId, string subject, DateTime at, string? detail = null) =>
        new()
        {
            At = at,
            ActorId = actor.UserId,
            ActorName = actor.Name,
            AgencyId = actor.AgencyId,
            Action = action,
            SubjectId = subjectId,
            Subject = Beginning(subject, SubjectLimit),
            Detail = detail is null ? null : Beginning(detail, DetailLimit),
        };

    /// <summary>As much as fits, never half a character.</summary>
    private static string Beginning(string text, int limit) =>
        text.Length <= limit ? text : text[..(char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit)];
}

public static class AuditActions
{
    public const string ReviewTaken = "review-taken";
    public const string ReviewReleased = "review-released";
    public const string ListingPublished = "listing-published";
    public const string ListingReturned = "listing-returned";
    public const string ListingRefused = "listing-refused";

    /// <summary>The detail of these two is the claim, a colon and the source.</summary>
    public const string EvidenceRecorded = "evidence-recorded";
    public const string EvidenceRevoked = "evidence-revoked";

    public const string TermAdded = "term-added";
    public const string TermChanged = "term-changed";
    public const string TermRemoved = "term-removed";
    public const string TermRestored = "term-restored";
    public const string TermImported = "term-imported";

    /// <summary>What administrators did; the subject is the handler, or the index.</summary>
    public const string OutboxRetried = "outbox-retried";
    public const string IndexRebuildAsked = "index-rebuild-asked";
    public const string IndexRebuildCancelled = "index-rebuild-cancelled";

    /// <summary>What an organiser did to an expo; the detail names the parts.</summary>
    public const string ExpoPlanned = "expo-planned";
    public const string ExpoChanged = "expo-changed";
    public const string ExpoOpened = "expo-opened";
    public const string ExpoClosed = "expo-closed";
    public const string ExpoSlotsAdded = "expo-slots-added";
    public const string ExpoTablesAdded = "expo-tables-added";
    public const string ExpoInterpreterAdded = "expo-interpreter-added";
    public const string ExpoInterpreterChanged = "expo-interpreter-changed";
    public const string ExpoFirmsInvited = "expo-firms-invited";
    public const string ExpoPartsRemoved = "expo-parts-removed";
    public const string ExpoGroupAdded = "expo-group-added";
    public const string ExpoGroupsChanged = "expo-groups-changed";
    public const string ExpoFirmChanged = "expo-firm-changed";
    public const string ExpoFirmsRemoved = "expo-firms-removed";
    public const string ExpoWalkInsAdded = "expo-walk-ins-added";

    /// <summary>What a firm did at an expo. Of its wishes only those that are no refusal are counted.</summary>
    public const string ExpoAttended = "expo-attended";
    public const string ExpoDeclined = "expo-declined";
    public const string ExpoWishesSaved = "expo-wishes-saved";
    public const string ExpoLeft = "expo-left";
    public const string ExpoPlanConfirmed = "expo-plan-confirmed";
    public const string ExpoChangeAsked = "expo-change-asked";

    public const string ExpoScheduleAsked = "expo-schedule-asked";
    public const string ExpoScheduleStopped = "expo-schedule-stopped";
    public const string ExpoScheduleDiscarded = "expo-schedule-discarded";

    /// <summary>The detail of these begins with the number of the draft.</summary>
    public const string ExpoDraftTaken = "expo-draft-taken";
    public const string ExpoDraftDiscarded = "expo-draft-discarded";
    public const string ExpoMeetingsLocked = "expo-meetings-locked";
    public const string ExpoMeetingsUnlocked = "expo-meetings-unlocked";
    public const string ExpoMeetingPut = "expo-meeting-put";
    public const string ExpoMeetingTakenOff = "expo-meeting-taken-off";
    public const string ExpoMoveUndone = "expo-move-undone";
    public const string ExpoMadePreliminary = "expo-made-preliminary";
    public const string ExpoPublished = "expo-published";

    /// <summary>What becomes of the programme; the detail is a number of firms, or a firm.</summary>
    public const string ExpoReturnedToDrafts = "expo-returned-to-drafts";
    public const string ExpoFirmsTold = "expo-firms-told";
    public const string ExpoChangeSettled = "expo-change-settled";

    /// <summary>What came of the meetings; the detail is a firm, or a number of firms.</summary>
    public const string ExpoOutcomeSaid = "expo-outcome-said";
    public const string ExpoFirmsReminded = "expo-firms-reminded";
    public const string ExpoFinished = "expo-finished";
    public const string ExpoReopened = "expo-reopened";

    /// <summary>What happens on the day; the detail is a firm, a pair of firms, or an interpreter.</summary>
    public const string ExpoFirmCheckedIn = "expo-firm-checked-in";
    public const string ExpoCheckInUndone = "expo-check-in-undone";
    public const string ExpoMeetingRecorded = "expo-meeting-recorded";
    public const string ExpoMeetingRecordUndone = "expo-meeting-record-undone";
    public const string ExpoInterpreterAddressRenewed = "expo-interpreter-address-renewed";
    public const string ExpoPlaceOffered = "expo-place-offered";
    public const string ExpoPlaceAccepted = "expo-place-accepted";
    public const string ExpoPlaceDeclined = "expo-place-declined";

    /// <summary>Firms give their meetings times; the detail is a number of meetings, or the other firm.</summary>
    public const string ExpoBookingOpened = "expo-booking-opened";
    public const string ExpoMeetingBooked = "expo-meeting-booked";
    public const string ExpoBookingCancelled = "expo-booking-cancelled";

    public static readonly IReadOnlyList<string> All =
    [
        ReviewTaken,
        ReviewReleased,
        ListingPublished,
        ListingReturned,
        ListingRefused,
        EvidenceRecorded,
        EvidenceRevoked,
        TermAdded,
        TermChanged,
        TermRemoved,
        TermRestored,
        TermImported,
        OutboxRetried,
        IndexRebuildAsked,
        IndexRebuildCancelled,
        ExpoPlanned,
        ExpoChanged,
        ExpoOpened,
        ExpoClosed,
        ExpoSlotsAdded,
        ExpoTablesAdded,
        ExpoInterpreterAdded,
        ExpoInterpreterChanged,
        ExpoFirmsInvited,
        ExpoPartsRemoved,
        ExpoGroupAdded,
        ExpoGroupsChanged,
        ExpoFirmChanged,
        ExpoFirmsRemoved,
        ExpoWalkInsAdded,
        ExpoAttended,
        ExpoDeclined,
        ExpoWishesSaved,
        ExpoScheduleAsked,
        ExpoScheduleStopped,
        ExpoScheduleDiscarded,
        ExpoDraftTaken,
        ExpoDraftDiscarded,
        ExpoMeetingsLocked,
        ExpoMeetingsUnlocked,
        ExpoMeetingPut,
        ExpoMeetingTakenOff,
        ExpoMoveUndone,
        ExpoLeft,
        ExpoPlanConfirmed,
        ExpoChangeAsked,
        ExpoMadePreliminary,
        ExpoPublished,
        ExpoReturnedToDrafts,
        ExpoFirmsTold,
        ExpoChangeSettled,
        ExpoOutcomeSaid,
        ExpoFirmsReminded,
        ExpoFinished,
        ExpoReopened,
        ExpoFirmCheckedIn,
        ExpoCheckInUndone,
        ExpoMeetingRecorded,
        ExpoMeetingRecordUndone,
        ExpoInterpreterAddressRenewed,
        ExpoPlaceOffered,
        ExpoPlaceAccepted,
        ExpoPlaceDeclined,
        ExpoBookingOpened,
        ExpoMeetingBooked,
        ExpoBookingCancelled,
    ];
}
