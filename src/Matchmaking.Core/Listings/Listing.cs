using Matchmaking.Core.Common;

namespace Matchmaking.Core.Listings;

/// <summary>An offer or a need of one firm. It guards its own states; who may ask for a step is the use case's business.</summary>
public sealed class Listing : Entity
{
    /// <summary>Shortest reason, in characters, with which an agency may return or refuse a text.</summary>
    public const int ReasonMinimum = 30;

    private Listing() { }

    public ListingId Id { get; private init; }

    public CompanyId CompanyId { get; private init; }

    public ListingKind Kind { get; private init; }

    public ListingState State { get; private set; }

    /// <summary>What is live once published; before that, what is being written.</summary>
    public ListingContent Content { get; private set; } = null!;

    public ListingRevision? Revision { get; private set; }

    public string? ReturnReason { get; private set; }

    public DateTime CreatedAt { get; private init; }

    public DateTime UpdatedAt { get; private set; }

    public Guid UpdatedBy { get; private set; }

    public DateTime? SubmittedAt { get; private set; }

    public DateTime? PublishedAt { get; private set; }

    public bool IsLive => State == ListingState.Published;

    /// <summary>The text that an edit starts from: the pending change if there is one.</summary>
    public ListingContent Working => Revision?.Content ?? Content;

    /// <summary>The state of what is being written or reviewed, as opposed to what is live.</summary>
    public ListingState WorkingState => Revision?.State ?? State;

    public static Listing Draft(CompanyId company, ListingKind kind, ListingContent content, Guid author, DateTime now) =>
        new()
        {
            Id = ListingId.New(),
            CompanyId = company,
            Kind = kind,
            Content = content,
            CreatedAt = now,
            UpdatedAt = now,
            UpdatedBy = author,
        };

    public Result Edit(ListingContent content, Guid author, DateTime now)
    {
        if (WorkingState is ListingState.Submitted or ListingState.InReview)
        {
            return ListingErrors.UnderReview;
        }

        switch (State)
        {
            case ListingState.Draft or ListingState.ChangesRequested:
                Content = content;
                break;
            case ListingState.Published or ListingState.Expired:
                Revision ??= new ListingRevision(Id, content);
                Revision.Content = content;
                break;
            default:
                return ListingErrors.IllegalStep(State);
        }

        UpdatedAt = now;
        UpdatedBy = author;
        return Result.Success;
    }

    public Result Submit(DateTime now)
    {
        if (WorkingState is not (ListingState.Draft or ListingState.ChangesRequested))
        {
            return ListingErrors.IllegalStep(WorkingState);
        }

        if (Working.ValidUntil < DateOnly.FromDateTime(now))
        {
            return ListingErrors.AlreadyOver;
        }

        MoveWorking(ListingState.Submitted, reason: null);
        SubmittedAt = now;
        if (Revision is not null)
        {
            Revision.SubmittedAt = now;
        }

        return Result.Success;
    }

    public Result StartReview() => Step(ListingState.Submitted, () => MoveWorking(ListingState.InReview, reason: null));

    /// <summary>The reviewer puts it back into the queue without a decision.</summary>
    public Result ReleaseReview() => Step(ListingState.InReview, () => MoveWorking(ListingState.Submitted, reason: null));

    public Result RequestChanges(string reason) =>
        reason.Trim().Length < ReasonMinimum
            ? ListingErrors.ReasonTooShort
            : Step(ListingState.InReview, () => MoveWorking(ListingState.ChangesRequested, reason.Trim()));

    /// <summary>Refused for good. A refused change leaves the published text as it was.</summary>
    public Result Reject(string reason)
    {
        if (reason.Trim().Length < ReasonMinimum)
        {
            return ListingErrors.ReasonTooShort;
        }

        return Step(
            ListingState.InReview,
            () =>
            {
                if (Revision is null)
                {
                    State = ListingState.Rejected;
                }

                Revision = null;
                ReturnReason = reason.Trim();
            }
        );
    }

    public Result Publish(DateTime now) =>
        Step(
            ListingState.InReview,
            () =>
            {
                Content = Working;
                Revision = null;
                State = ListingState.Published;
                ReturnReason = null;
                PublishedAt = now;
            }
        );

    public Result Suspend(string reason)
    {
        if (State != ListingState.Published)
        {
            return ListingErrors.IllegalStep(State);
        }

        State = ListingState.Suspended;
        ReturnReason = reason;
        return Result.Success;
    }

    public Result Reinstate()
    {
        if (State != ListingState.Suspended)
        {
            return ListingErrors.IllegalStep(State);
        }

        State = ListingState.Published;
        ReturnReason = null;
        return Result.Success;
    }

    public Result Expire(DateTime now)
    {
        if (State != ListingState.Published || !(Content.ValidUntil < DateOnly.FromDateTime(now)))
        {
            return ListingErrors.IllegalStep(State);
        }

        State = ListingState.Expired;
        return Result.Success;
    }

    /// <summary>The same text stands again until a later day; what was published once needs no second review.</summary>
    public Result Renew(DateOnly? validUntil, DateTime now)
    {
        if (State != ListingState.Expired)
        {
            return ListingErrors.IllegalStep(State);
        }

        if (validUntil < DateOnly.FromDateTime(now))
        {
            return ListingErrors.AlreadyOver;
        }

        Content = Content with { ValidUntil = validUntil };
        State = ListingState.Published;
        return Result.Success;
    }

    public Result Withdraw()
    {
        if (State is ListingState.Withdrawn or ListingState.Rejected)
        {
            return ListingErrors.IllegalStep(State);
        }

        State = ListingState.Withdrawn;
        Revision = null;
        return Result.Success;
    }

    private Result Step(ListingState expected, Action step)
    {
        if (WorkingState != expected || State is ListingState.Withdrawn or ListingState.Suspended)
        {
            return ListingErrors.IllegalStep(WorkingState);
        }

        step();
        return Result.Success;
    }

    private void MoveWorking(ListingState to, string? reason)
    {
        if (Revision is null)
        {
            State = to;
            ReturnReason = reason;
        }
        else
        {
            Revision.State = to;
            Revision.ReturnReason = reason;
        }
    }
}
