using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Participation.Import;

namespace Matchmaking.Core.Expos.Setup;

public static class ExpoErrors
{
    public static readonly Error PlaceMissing = new("expo.place-missing", Field: "Place");

    public static readonly Error DayInPast = new("expo.day-in-past", Field: "FirstDay");

    public static readonly Error LastDayBeforeFirst = new("expo.last-day-before-first", Field: "LastDay");

    public static readonly Error TooManyDays = new("expo.too-many-days", Field: "LastDay", Arguments: ExpoProfile.DayLimit);

    public static readonly Error ScheduleTooLate = new("expo.schedule-too-late", Field: "ScheduleUntil");

    public static readonly Error PreferencesTooLate = new("expo.preferences-too-late", Field: "PreferencesUntil");

    /// <summary>Wishes that are opened again need a last day that is still to come.</summary>
    public static readonly Error PreferencesOver = new("expo.preferences-over", Field: "PreferencesUntil");

    /// <summary>A day that slots stand on would no longer belong to the expo.</summary>
    public static readonly Error SlotsOutside = new("expo.slots-outside", Field: "FirstDay");

    /// <summary>Firms wish in the knowledge of what a wish and silence mean.</summary>
    public static readonly Error RequestsSettled = new("expo.requests-settled", Field: "Requests");

    /// <summary>There is a draft of the schedule.</summary>
    public static readonly Error SchedulingSettled = new("expo.scheduling-settled", Field: "Scheduling");

    /// <summary>Firms have been told what is planned; changes are made to the published plan from then on.</summary>
    public static readonly Error Settled = new("expo.settled", ErrorKind.Conflict);

    public static readonly Error NotReady = new("expo.not-ready");

    public static readonly Error EndBeforeStart = new("expo.end-before-start", Field: "End");

    public static readonly Error LunchIncomplete = new("expo.lunch-incomplete", Field: "LunchEnd");

    public static readonly Error NoSlot = new("expo.no-slot", Field: "End");

    public static readonly Error NoDay = new("expo.no-day", Field: "Days");

    public static readonly Error SlotsOverlap = new("expo.slots-overlap", Field: "Start");

    public static readonly Error TooManySlots = new("expo.too-many-slots", Field: "Minutes", Arguments: Expo.SlotLimit);

    public static readonly Error TooManyTables = new("expo.too-many-tables", Field: "Count", Arguments: Expo.TableLimit);

    public static readonly Error TooManyInterpreters = new("expo.too-many-interpreters", Arguments: Expo.InterpreterLimit);

    public static readonly Error InterpreterNameMissing = new("expo.interpreter-name-missing", Field: "Name");

    public static readonly Error NoPair = new("expo.no-pair", Field: "Pairs");

    public static readonly Error GroupNameMissing = new("expo.group-name-missing", Field: "Name");

    public static readonly Error TooManyGroups = new("expo.too-many-groups", Arguments: Expo.GroupLimit);

    public static readonly Error NoFirmChosen = new("expo.no-firm-chosen");

    public static readonly Error MeetingsOutOfRange = new("expo.meetings-out-of-range", Field: "Min");

    public static readonly Error MinAboveMax = new("expo.min-above-max", Field: "Min");

    /// <summary>Another firm has it for itself.</summary>
    public static readonly Error TableOccupied = new("expo.table-occupied", Field: "Table");

    public static readonly Error NobodyChosen = new("expo.nobody-chosen");

    public static readonly Error TooManyFirms = new("expo.too-many-firms", Arguments: Expo.FirmLimit);

    /// <summary>Firms answer and wish between the opening and the closing.</summary>
    public static readonly Error NotOpen = new("expo.not-open");

    public static readonly Error NeverThere = new("expo.never-there", Field: "Absent");

    public static readonly Error NoThanksIsFinal = new("expo.no-thanks-is-final", ErrorKind.Conflict);

    public static Error NameMissing(string field) => new("expo.name-missing", Field: field);

    /// <summary>Neither UTF-8 nor CP949 nor GB18030.</summary>
    public static readonly Error UnknownEncoding = new("expo.unknown-encoding", Field: "File");

    /// <summary>A table of firms has neither a column of numbers nor one of names.</summary>
    public static readonly Error NoColumn = new("expo.no-column", Field: "File");

    public static readonly Error TooManyRows = new("expo.too-many-rows", Field: "File", Arguments: ReadFirmTable.RowLimit);

    public static readonly Error EmptyRow = new("expo.empty-row");

    public static readonly Error MalformedNumber = new("expo.malformed-number");

    public static readonly Error UnknownFirm = new("expo.unknown-firm");

    public static readonly Error InvitedAlready = new("expo.invited-already");

    public static readonly Error NotChecked = new("expo.not-checked");

    public static readonly Error TwiceInFile = new("expo.twice-in-file");

    /// <summary>What a firm wants changed has to be said.</summary>
    public static readonly Error ChangeUnsaid = new("expo.change-unsaid", Field: "Text");

    /// <summary>The plan is another than the one that was answered to.</summary>
    public static readonly Error PlanChanged = new("expo.plan-changed", ErrorKind.Conflict);

    /// <summary>Firms answer to a plan while it is preliminary.</summary>
    public static readonly Error NotPreliminary = new("expo.not-preliminary", ErrorKind.Conflict);

    /// <summary>Whether a meeting took place is known once it has begun.</summary>
    public static readonly Error NotBegun = new("expo.not-begun", ErrorKind.Conflict);

    /// <summary>An offered place was answered, or its time is over.</summary>
    public static readonly Error OfferOver = new("expo.offer-over", ErrorKind.Conflict);

    /// <summary>What was offered is no longer free, or one of the two no longer is.</summary>
    public static readonly Error PlaceGone = new("expo.place-gone", ErrorKind.Conflict);

    /// <summary>No waiting pair can take a place in the slot.</summary>
    public static readonly Error NobodyWaiting = new("expo.nobody-waiting", ErrorKind.Conflict);

    public static readonly Error NothingToTell = new("expo.nothing-to-tell", ErrorKind.Conflict);

    /// <summary>What firms see keeps every rule.</summary>
    public static Error BreaksRules(int count) => new("expo.breaks-rules", ErrorKind.Conflict, null, count);

    public static Error SeveralFirms(int count) => new("expo.several-firms", Arguments: count);

    public static Error GroupTaken(string name) => new("expo.group-taken", Field: "Name", Arguments: name);

    public static Error TableTaken(string name) => new("expo.table-taken", Field: "Prefix", Arguments: name);
}
