using Matchmaking.Core.Common;

namespace Matchmaking.Core.Meetings;

public enum MeetingStepKind
{
    Asked,
    CounterProposed,

    /// <summary>Yes, at a time.</summary>
    Accepted,

    /// <summary>Yes, the time to be settled.</summary>
    AcceptedWithoutTime,

    /// <summary>Both sides had asked each other.</summary>
    Merged,
    TimesProposed,
    TimeAgreed,
    MoveProposed,
    Moved,
    TimeKept,
    Delegated,
    Declined,
    Withdrawn,
    Expired,
    Cancelled,
}

/// <summary>One line of a meeting's history. Never changed once written.</summary>
public sealed class MeetingStep
{
    private MeetingStep() { }

    internal MeetingStep(MeetingRequestId meeting, int number, MeetingStepKind kind, DateTime at)
    {
        MeetingRequestId = meeting;
        Number = number;
        Kind = kind;
        At = at;
    }

    public MeetingRequestId MeetingRequestId { get; private init; }

    /// <summary>From 1.</summary>
    public int Number { get; private init; }

    public MeetingStepKind Kind { get; private init; }

    public DateTime At { get; private init; }

    /// <summary>Null when time alone did it.</summary>
    public Guid? UserId { get; internal init; }

    public MeetingSide? Side { get; internal init; }

    /// <summary>In the writer's words, or empty.</summary>
    public string Message { get; internal init; } = string.Empty;

    public LanguageCode? Language { get; internal init; }

    /// <summary>The round of times that came with it.</summary>
    public int? Round { get; internal init; }

    /// <summary>The time that it settled, moved to or gave up.</summary>
    public DateTime? Start { get; internal init; }

    public int? Minutes { get; internal init; }

    /// <summary>Whom it was handed to.</summary>
    public Guid? DelegatedTo { get; internal init; }
}
