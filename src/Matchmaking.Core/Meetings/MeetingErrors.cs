using Matchmaking.Core.Common;

namespace Matchmaking.Core.Meetings;

public static class MeetingErrors
{
    public static readonly Error TimeCount = new("meeting.time-count", Field: "Times", Arguments: MeetingProposal.TimesLimit);

    public static readonly Error OffTheQuarter = new("meeting.off-the-quarter", Field: "Times");

    public static readonly Error Length = new("meeting.length", Field: "Minutes", Arguments: [TimeSlot.Quarter, TimeSlot.LongestMinutes]);

    public static readonly Error Past = new("meeting.past", Field: "Times");

    public static readonly Error TooFar = new("meeting.too-far", Field: "Times", Arguments: MeetingProposal.Horizon.Days);

    public static readonly Error Repeated = new("meeting.repeated", Field: "Times");

    public static readonly Error MessageTooLong = new(
        "meeting.message-too-long",
        Field: "Message",
        Arguments: MeetingProposal.MessageLimit
    );

    public static readonly Error ReasonTooLong = new("meeting.reason-too-long", Field: "Reason", Arguments: MeetingRequest.ReasonLimit);

    /// <summary>Two firms of one country have no meeting across the sea.</summary>
    public static readonly Error SameCountry = new("meeting.same-country");

    /// <summary>One person cannot sit on both sides of the table.</summary>
    public static readonly Error SamePerson = new("meeting.same-person", Field: "Person");

    public static readonly Error NotColleague = new("meeting.not-colleague", Field: "Person");

    public static readonly Error SameColleague = new("meeting.same-colleague", Field: "Person");

    /// <summary>Somebody who was to take part belongs to the firm no longer.</summary>
    public static readonly Error PersonLeft = new("meeting.person-left", ErrorKind.Conflict);

    public static readonly Error NotYourTurn = new("meeting.not-your-turn", ErrorKind.Conflict);

    public static readonly Error Expired = new("meeting.expired", ErrorKind.Conflict);

    public static readonly Error AlreadyBegun = new("meeting.already-begun", ErrorKind.Conflict);

    public static readonly Error TimeNotProposed = new("meeting.time-not-proposed", ErrorKind.Conflict, "Time");

    public static readonly Error TimeOver = new("meeting.time-over", ErrorKind.Conflict, "Time");

    /// <summary>The colleague has another meeting at the agreed time.</summary>
    public static readonly Error ColleagueTaken = new("meeting.colleague-taken", ErrorKind.Conflict, "Person");

    /// <summary>Whoever goes has an agreed meeting at a time when nobody else of the firm is free.</summary>
    public static Error NobodyFree(DateTime start) => new("meeting.nobody-free", ErrorKind.Conflict, null, start);

    /// <summary>Too many others acted on the same at once.</summary>
    public static readonly Error Busy = new("meeting.busy", ErrorKind.Conflict);

    /// <summary>A request or an agreed meeting between the two firms is open already; the argument is its id.</summary>
    public static Error AlreadyOpen(MeetingRequestId id) => new("meeting.already-open", ErrorKind.Conflict, null, id);

    /// <summary>The step is not one that the present state allows.</summary>
    public static Error IllegalStep(MeetingState state) => new("meeting.illegal-step", ErrorKind.Conflict, null, state);

    /// <summary>As many requests wait for an answer as the firm may have.</summary>
    public static Error DayLimit(int limit) => new("meeting.day-limit", ErrorKind.Conflict, null, limit);

    /// <summary>To the same firm within a week.</summary>
    public static Error PairLimit(int limit) => new("meeting.pair-limit", ErrorKind.Conflict, null, limit);

    public static Error QuotaUsed(int limit) => new("meeting.quota-used", ErrorKind.Conflict, null, limit);

    /// <summary>The proposer's own person has another meeting then.</summary>
    public static Error OwnTimeTaken(DateTime start) => new("meeting.own-time-taken", ErrorKind.Invalid, "Times", start);

    /// <summary>Another meeting was confirmed first. The second argument holds the proposed times that both people still have free.</summary>
    public static Error TimeTaken(IReadOnlyList<TimeSlot> stillFree) =>
        new("meeting.time-taken", ErrorKind.Conflict, "Time", stillFree.Count, stillFree);

    /// <summary>Somebody else acted since the page was shown: who (null when time alone did it) and when.</summary>
    public static Error Changed(string? who, DateTime at) =>
        who is null
            ? new("meeting.changed-by-time", ErrorKind.Conflict, null, at)
            : new("meeting.changed", ErrorKind.Conflict, null, who, at);
}
