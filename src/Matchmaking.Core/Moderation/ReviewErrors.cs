using Matchmaking.Core.Common;

namespace Matchmaking.Core.Moderation;

public static class ReviewErrors
{
    /// <summary>Nobody reviews a firm of which he is a member, whomever he acts for at this moment.</summary>
    public static readonly Error OwnFirm = new("review.own-firm");

    /// <summary>The firm, or another reviewer, moved it while the page was open.</summary>
    public static readonly Error ChangedMeanwhile = new("review.changed-meanwhile", ErrorKind.Conflict);

    public static Error TakenBy(string reviewer) => new("review.taken", ErrorKind.Conflict, null, reviewer);

    public static Error ReasonTooLong(int limit) => new("listing.too-long", Field: "Reason", Arguments: limit);
}
