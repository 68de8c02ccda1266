using Matchmaking.Core.Common;

namespace Matchmaking.Core.Expos.Outcomes;

public enum OutcomeKind
{
    DidNotTakePlace,
    NoInterest,
    Informative,
    CooperationPossible,
}

/// <summary>What one side says came of a meeting. The other side never sees it; the agency that organises the expo does.</summary>
public sealed class MeetingOutcome : Entity
{
    public const int NoteLimit = 500;

    private MeetingOutcome() { }

    /// <summary>Of an <see cref="Timetables.ExpoMeeting"/>.</summary>
    public Guid MeetingId { get; private init; }

    /// <summary>The side that says so.</summary>
    public CompanyId CompanyId { get; private init; }

    public OutcomeKind Kind { get; private set; }

    /// <summary>In the firm's words, or empty.</summary>
    public string Note { get; private set; } = string.Empty;

    public Guid SaidBy { get; private set; }

    public DateTime SaidAt { get; private set; }

    internal static MeetingOutcome Of(Guid meeting, CompanyId company) => new() { MeetingId = meeting, CompanyId = company };

    internal void Say(OutcomeKind kind, string note, Guid person, DateTime now) =>
        (Kind, Note, SaidBy, SaidAt) = (kind, note.Trim(), person, now);
}
