using Matchmaking.Core.Common;

namespace Matchmaking.Core.Listings;

/// <summary>An offer or a need of one firm. It guards its own states; who may ask for a step is the use case's business.</summary>
/// <remarks>The agency's steps stand in the other part.</remarks>
public sealed partial class Listing : Entity
{
    /// <summary>Shortest reason, in characters, with which an agency may return, refuse or suspend a text.</summary>
    public const int ReasonMinimum = 30;
    public const int ReasonLimit = 2000;

    private Listing() { }

    public ListingId Id { get; private init; }

    public CompanyId CompanyId { get; private init; }

    public ListingKind Kind { get; private set; }

    /// <summary>The identifier in the file that it came from, or null; unique within the firm.</summary>
    public string? ExternalReference { get; private init; }

    public ListingState State { get; private set; }

    /// <summary>What is live once published; before that, what is being written.</summary>
    public ListingContent Content { get; private set; } = null!;

    /// <summary>The change that is being written or reviewed while the published text stands.</summary>
    public ListingRevision? Revision { get; private set; }

    /// <summary>Why an agency last returned, refused or suspended it; for a change under way see the revision's own.</summary>
    public string? ReturnReason { get; private set; }

    public DateTime CreatedAt { get; private init; }

    /// <summary>When the firm last wrote or moved it, and who did.</summary>
    public DateTime UpdatedAt { get; private set; }

    public Guid UpdatedBy { get; private set; }

    public DateTime? SubmittedAt { get; private set; }

    public Guid? SubmittedBy { get; private set; }

    /// <summary>When an agency last published, returned, refused, suspended or reinstated it.</summary>
    public DateTime? DecidedAt { get; private set; }

    public DateTime? PublishedAt { get; private set; }

    public bool IsLive => State == ListingState.Published;

    /// <summary>The text that an edit starts from: the pending change if there is one.</summary>
    public ListingContent Working => Revision?.Content ?? Content;

    /// <summary>The state of what is being written or reviewed, as opposed to what is live.</summary>
    public ListingState WorkingState => Revision?.State ?? State;

    public static Listing Draft(
        CompanyId company,
        ListingKind kind,
        ListingContent content,
        Guid author,
        DateTime now,
        string? externalReference = null
    ) =>
        new()
        {
            Id = ListingId.New(),
            CompanyId = company,
            Kind = kind,
            ExternalReference = externalReference,
            Content = content,
            CreatedAt = now,
            UpdatedAt = now,
            UpdatedBy = author,
        };

    public Result Edit(ListingContent content, Guid author, DateTime now)
    {
        if (State is ListingState.Rejected or ListingState.Suspended or ListingState.Withdrawn)
        {
            return ListingErrors.IllegalStep(State);
        }

        if (WorkingState is ListingState.Submitted or ListingState.InReview)
        {
            return ListingErrors.UnderReview;
        }

        if (content == Working)
        {
            return Result.Success;
        }

        if (State is ListingState.Draft or ListingState.ChangesRequested)
        {
            Content = content;
        }
        else
        {
            Revision ??= new ListingRevision(Id, content);
            Revision.Content = content;
        }

        return ChangedBy(author, now);
    }

    /// <summary>A need may turn out to be an offer only while nobody outside the firm has seen it.</summary>
    public Result ChangeKind(ListingKind kind)
    {
        if (kind != Kind && State is not (ListingState.Draft or ListingState.ChangesRequested))
        {
            return ListingErrors.IllegalStep(State);
        }

        Kind = kind;
        return Result.Success;
    }

    public Result Submit(Guid author, DateTime now)
    {
        if (State == ListingState.Suspended || WorkingState is not (ListingState.Draft or ListingState.ChangesRequested))
        {
            return ListingErrors.IllegalStep(Blocking);
        }

        var errors = Working.Missing(now);
        if (errors.Count > 0)
        {
            return Result.Failure(errors);
        }

        if (Revision is not null && Revision.Content == Content)
        {
            return ListingErrors.NothingChanged;
        }

        MoveWorking(ListingState.Submitted, reason: null);
        SubmittedAt = now;
        SubmittedBy = author;
        return ChangedBy(author, now);
    }

    public Result Expire(DateTime now) =>
        Content.IsOver(now) ? From(ListingState.Published, () => State = ListingState.Expired) : ListingErrors.IllegalStep(State);

    /// <summary>The same text stands again until a later day; what was published once needs no second review.</summary>
    public Result Renew(DateOnly? validUntil, Guid author, DateTime now) =>
        validUntil < ListingContent.Today(now)
            ? ListingErrors.AlreadyOver
            : From(
                ListingState.Expired,
                () =>
                {
                    Content = Content with { ValidUntil = validUntil };
                    State = ListingState.Published;
                    ChangedBy(author, now);
                }
            );

    /// <summary>Ends it for good. A draft has been shown to nobody and is deleted instead.</summary>
    public Result Withdraw(Guid author, DateTime now)
    {
        if (State is ListingState.Draft or ListingState.Rejected or ListingState.Withdrawn)
        {
            return ListingErrors.IllegalStep(State);
        }

        State = ListingState.Withdrawn;
        Revision = null;
        return ChangedBy(author, now);
    }

    /// <summary>Drops the pending change; what is published stays.</summary>
    public Result DiscardRevision(Guid author, DateTime now)
    {
        if (Revision is null or { State: ListingState.InReview })
        {
            return Revision is null ? ListingErrors.IllegalStep(State) : ListingErrors.UnderReview;
        }

        Revision = null;
        return ChangedBy(author, now);
    }

    /// <summary>The state to name when a step on the working text is refused.</summary>
    private ListingState Blocking => State == ListingState.Suspended ? State : WorkingState;

    private Result Review(ListingState expected, Action step) => Blocking == expected ? Take(step) : ListingErrors.IllegalStep(Blocking);

    private Result From(ListingState expected, Action step) => State == expected ? Take(step) : ListingErrors.IllegalStep(State);

    /// <summary>The pending change is a row of its own: without a new version, moving it alone would pass unseen by an edit of the same listing.</summary>
    private Result Take(Action step)
    {
        step();
        Version++;
        return Result.Success;
    }

    private Result ChangedBy(Guid author, DateTime now) =>
        Take(() =>
        {
            UpdatedAt = now;
            UpdatedBy = author;
        });

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
