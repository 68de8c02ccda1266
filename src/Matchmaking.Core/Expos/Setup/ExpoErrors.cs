using Matchmaking.Core.Common;

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

    public static readonly Error NobodyChosen = new("expo.nobody-chosen");

    public static readonly Error TooManyFirms = new("expo.too-many-firms", Arguments: Expo.FirmLimit);

    /// <summary>Firms answer and wish between the opening and the closing.</summary>
    public static readonly Error NotOpen = new("expo.not-open");

    public static readonly Error NeverThere = new("expo.never-there", Field: "Absent");

    public static readonly Error NoThanksIsFinal = new("expo.no-thanks-is-final", ErrorKind.Conflict);

    public static Error NameMissing(string field) => new("expo.name-missing", Field: field);

    public static Error TableTaken(string name) => new("expo.table-taken", Field: "Prefix", Arguments: name);
}
