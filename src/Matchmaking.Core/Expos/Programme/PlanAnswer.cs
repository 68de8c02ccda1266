using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Setup;

namespace Matchmaking.Core.Expos.Programme;

/// <summary>Why a firm asks for another plan.</summary>
public enum ChangeReason
{
    /// <summary>Nobody of it is there at one of the times.</summary>
    Absent,
    Partner,
    Breaks,
    Interpreter,
    Other,
}

public enum PlanStanding
{
    Confirmed,

    /// <summary>It has not answered, or answered to another plan, or its request is settled.</summary>
    Waiting,
    ChangeAsked,
}

/// <summary>What a firm says to the plan that it sees. One row a firm, which its next answer replaces; it goes with the firm.</summary>
public sealed class PlanAnswer : Entity
{
    public const int TextLimit = 500;

    private PlanAnswer() { }

    /// <summary>Of an <see cref="ExpoFirm"/>.</summary>
    public Guid FirmId { get; private init; }

    /// <summary>Of the plan that it answered to.</summary>
    public string Revision { get; private set; } = string.Empty;

    /// <summary>Null for a confirmation.</summary>
    public ChangeReason? Reason { get; private set; }

    /// <summary>What is to be changed, in the firm's words; empty for a confirmation.</summary>
    public string Text { get; private set; } = string.Empty;

    public Guid AnsweredBy { get; private set; }

    public DateTime AnsweredAt { get; private set; }

    /// <summary>When the organiser was done with the request; null while it is open.</summary>
    public DateTime? SettledAt { get; private set; }

    /// <summary>The organiser's words to it, or empty.</summary>
    public string Reply { get; private set; } = string.Empty;

    /// <param name="revision">Of the plan that the firm has now.</param>
    public PlanStanding Standing(string revision) =>
        Reason is not null && SettledAt is null ? PlanStanding.ChangeAsked
        : Reason is null && Revision == revision ? PlanStanding.Confirmed
        : PlanStanding.Waiting;

    internal static PlanAnswer Of(Guid firm) => new() { FirmId = firm };

    internal void Confirm(string revision, Guid person, DateTime now) => Answer(revision, null, string.Empty, person, now);

    internal Result Ask(string revision, ChangeReason reason, string text, Guid person, DateTime now)
    {
        text = text.Trim();
        if (text.Length == 0)
        {
            return ExpoErrors.ChangeUnsaid;
        }

        Answer(revision, reason, text, person, now);
        return Result.Success;
    }

    internal Result Settle(string reply, DateTime now)
    {
        if (Reason is null || SettledAt is not null)
        {
            return Error.Stale;
        }

        (SettledAt, Reply) = (now, reply.Trim());
        return Result.Success;
    }

    private void Answer(string revision, ChangeReason? reason, string text, Guid person, DateTime now)
    {
        (Revision, Reason, Text, AnsweredBy, AnsweredAt) = (revision, reason, text, person, now);
        (SettledAt, Reply) = (null, string.Empty);
    }
}
