using Matchmaking.Core.Language;
using Matchmaking.Core.Listings;

namespace Matchmaking.Core.Matching.Scoring;

internal static class MatchProfiles
{
    public static MatchProfile Of(FirmText firm, IReadOnlyList<ListingTerms> terms) =>
        new()
        {
            Country = firm.Country,
            Sector = firm.Sector,
            Region = firm.Region,
            VerifiedUntil = firm.VerifiedUntil,
            Listings = [.. firm.Listings.Select((listing, index) => Of(listing, terms[index]))],
        };

    /// <summary>"ISO 9001", "ISO9001" and "iso-9001" are one certificate.</summary>
    public static string Fold(string certificate) => string.Concat(TextNormalizer.Fold(certificate).Where(char.IsLetterOrDigit));

    private static MatchListing Of(ListingText listing, ListingTerms terms) =>
        new()
        {
            Id = listing.Id,
            Kind = listing.Kind,
            Terms = TermVector.Of(terms.Weights),
            Meaning = listing.Encoded,
            HsCodes = terms.HsCodes,
            Modes = listing.Content.Modes,
            Certificates = [.. listing.Content.Certificates.Select(Fold).Where(folded => folded.Length > 0).Distinct()],
            Regions = listing.Content.Regions,
            ValidUntil = listing.Content.ValidUntil,
            ChangedOn = listing.ChangedOn,
        };
}
