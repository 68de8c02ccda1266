using Matchmaking.Core.Common;
using Matchmaking.Core.Outbox;

namespace Matchmaking.Core.Listings;

public static class ListingEvents
{
    public const string Submitted = "listing-submitted";
    public const string Reviewed = "listing-reviewed";

    public static OutboxEvent OfSubmission(ListingId id) => new(Submitted, id.ToString());

    /// <summary>An agency has decided; the payload names the review.</summary>
    public static OutboxEvent OfReview(ReviewId id) => new(Reviewed, id.ToString());
}
