namespace Matchmaking.Core.Expos.Reports;

public enum UnplacedCause
{
    /// <summary>It counts as wished by both sides no more: one has left, or may not meet the other any longer.</summary>
    Withdrawn,

    /// <summary>Nothing is in the way.</summary>
    PlaceAtHand,

    /// <summary>There is no slot in which both sides are there.</summary>
    NoCommonSlot,

    /// <summary>A side has as many meetings as it may.</summary>
    AtMaximum,

    /// <summary>In each slot in which both are there, one of them meets somebody else.</summary>
    FirmsBusy,

    /// <summary>Both are free, and no table is.</summary>
    TablesFull,

    /// <summary>Both are free, and the table of its own that a side has is not.</summary>
    OwnTableTaken,

    /// <summary>Both are free, and no interpreter of the pair is.</summary>
    NoInterpreter,

    /// <summary>Each single meeting that it could stand in the place of is wished as much or more.</summary>
    OthersWishedMore,
}

/// <param name="Slots">Ids of the slots in which it holds, where it is about slots.</param>
/// <param name="Firms">Ids of the sides of which it holds, where it is about one.</param>
public sealed record CauseFound(UnplacedCause Cause, IReadOnlyList<string> Slots, IReadOnlyList<string> Firms);

public enum Remedy
{
    Place,
    MoveAnother,

    /// <summary>Takes the place of one that is wished less.</summary>
    TakePlaceOf,
    RaiseMaximum,
    LiftAbsence,
    AddInterpreter,
    AddTable,
}

/// <summary>One change that is enough for the meeting to stand.</summary>
/// <param name="Place">Where it stands then, as <see cref="WhyNot.Added"/> at a table or with an interpreter that is not there yet.</param>
/// <param name="Firms">Ids of the firms whose maximum or absence is changed.</param>
/// <param name="Other">The meeting that is moved or gives way, where it stands now.</param>
/// <param name="OtherTo">Where the other one stands then; null for nowhere.</param>
public sealed record RemedyFound(
    Remedy Remedy,
    PlacedMeeting Place,
    IReadOnlyList<string> Firms,
    PlacedMeeting? Other = null,
    PlacedMeeting? OtherTo = null
);

/// <summary>A meeting without a place.</summary>
/// <param name="Causes">Which hold together.</param>
/// <param name="Remedies">Each alone is enough; what costs least comes first.</param>
public sealed record UnplacedMeeting(string Id, IReadOnlyList<CauseFound> Causes, IReadOnlyList<RemedyFound> Remedies);
