using Matchmaking.Core.Common;

namespace Matchmaking.Core.Moderation;

/// <summary>Who did what to what, and when. Written in the transaction of the act, never changed; names are kept as they were.</summary>
public sealed class AuditEntry
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required DateTime At { get; init; }

    public required Guid ActorId { get; init; }

    public required string ActorName { get; init; }

    public required AgencyId? AgencyId { get; init; }

    /// <summary>One of <see cref="AuditActions"/>.</summary>
    public required string Action { get; init; }

    /// <summary>What it was done to: the id, and the title of that day.</summary>
    public required Guid SubjectId { get; init; }

    public required string Subject { get; init; }

    /// <summary>The reason that was given, where there is one.</summary>
    public string? Detail { get; init; }
}

public static class AuditActions
{
    public const string ReviewTaken = "review-taken";
    public const string ReviewReleased = "review-released";
    public const string ListingPublished = "listing-published";
    public const string ListingReturned = "listing-returned";
    public const string ListingRefused = "listing-refused";

    public static readonly IReadOnlyList<string> All = [ReviewTaken, ReviewReleased, ListingPublished, ListingReturned, ListingRefused];
}
