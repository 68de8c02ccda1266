using Matchmaking.Core.Common;

namespace Matchmaking.Core.Listings;

public static class ListingErrors
{
    /// <summary>The step is not one that the present state allows; the argument is the state's name.</summary>
    public static Error IllegalStep(ListingState state) => new("listing.illegal-step", ErrorKind.Conflict, null, state);

    public static readonly Error UnderReview = new("listing.under-review", ErrorKind.Conflict);

    public static readonly Error ReasonTooShort = new("listing.reason-too-short", Field: "Reason", Arguments: Listing.ReasonMinimum);

    public static readonly Error AlreadyOver = new("listing.already-over", Field: "ValidUntil");
}
