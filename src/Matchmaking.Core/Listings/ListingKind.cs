namespace Matchmaking.Core.Listings;

public enum ListingKind
{
    Offer,
    Need,
}
