using Matchmaking.Core.Common;

namespace Matchmaking.Core.Expos.Timetables;

public static class TimetableErrors
{
    /// <summary>Before the wishes are closed, or after the expo.</summary>
    public static readonly Error NotNow = new("timetable.not-now", ErrorKind.Conflict);

    public static readonly Error UnderWay = new("timetable.under-way", ErrorKind.Conflict);

    public static readonly Error NotUnderWay = new("timetable.not-under-way", ErrorKind.Conflict);

    public static readonly Error NoDraft = new("timetable.no-draft", Field: "Scope");

    /// <summary>The current one stays until another is taken.</summary>
    public static readonly Error IsCurrent = new("timetable.is-current", ErrorKind.Conflict);

    public static readonly Error NothingToUndo = new("timetable.nothing-to-undo", ErrorKind.Conflict);

    public static readonly Error IsLocked = new("timetable.is-locked", ErrorKind.Conflict);

    /// <summary>Its time has begun.</summary>
    public static readonly Error IsOver = new("timetable.is-over", ErrorKind.Conflict);

    /// <summary>Another draft than the one that firms see has other meetings in slots that have begun.</summary>
    public static readonly Error PastDiffers = new("timetable.past-differs", ErrorKind.Conflict);

    /// <summary>The place would break a rule; the page says which.</summary>
    public static readonly Error NotThere = new("timetable.not-there", ErrorKind.Conflict);
}
