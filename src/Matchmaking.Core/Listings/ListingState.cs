namespace Matchmaking.Core.Listings;

/// <summary>
/// <c>Draft → Submitted → InReview → {ChangesRequested → Submitted | Rejected | Published}</c>, then
/// <c>{Suspended ↔ Published, Expired → Published by renewal, Withdrawn}</c>.
/// </summary>
public enum ListingState
{
    Draft,
    Submitted,
    InReview,
    ChangesRequested,
    Rejected,
    Published,
    Suspended,
    Expired,
    Withdrawn,
}
