using Matchmaking.Core.Common;

namespace Matchmaking.Core.Moderation;

public enum ReviewDecision
{
    Published,
    ChangesRequested,
    Rejected,
}

/// <summary>One reading of a listing or of a change to it by one person of an agency, from taking it to the decision.</summary>
public sealed class Review : Entity
{
    private Review() { }

    public ReviewId Id { get; private init; }

    public ListingId ListingId { get; private init; }

    public AgencyId AgencyId { get; private init; }

    public Guid ReviewerId { get; private init; }

    public DateTime StartedAt { get; private init; }

    public ReviewDecision? Decision { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    /// <summary>What the firm is told on return or refusal.</summary>
    public string? Reason { get; private set; }

    /// <summary>Who is told: the person who submitted it.</summary>
    public Guid? SubmittedBy { get; private set; }

    public static Review Start(ListingId listing, AgencyId agency, Guid reviewer, DateTime now) =>
        new()
        {
            Id = ReviewId.New(),
            ListingId = listing,
            AgencyId = agency,
            ReviewerId = reviewer,
            StartedAt = now,
        };

    public void Decide(ReviewDecision decision, string? reason, Guid? submittedBy, DateTime now)
    {
        if (Decision is not null)
        {
            throw new InvalidOperationException($"Review {Id} is decided already.");
        }

        Decision = decision;
        Reason = reason;
        SubmittedBy = submittedBy;
        DecidedAt = now;
    }
}
