using Matchmaking.Core.Language;
using Matchmaking.Core.Language.Lexicon;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.Vectors;

namespace Matchmaking.Core.Matching.Scoring;

internal static class MatchProfiles
{
    private const int MostHeadings = 12;

    public static MatchProfile Of(FirmText firm, IReadOnlyList<ListingTerms> terms, MeaningSpace meanings) =>
        new()
        {
            Country = firm.Country,
            Sector = firm.Sector,
            Region = firm.Region,
            VerifiedUntil = firm.VerifiedUntil,
            Listings = [.. firm.Listings.Select((listing, index) => Of(listing, terms[index], meanings))],
        };

    /// <summary>With the parts of enumerations and the headings of all neighbours, which would take too long for each firm that is found.</summary>
    public static MatchProfile OfAsking(FirmText firm, IReadOnlyList<ListingTerms> terms, ListingReader reader)
    {
        var profile = Of(firm, terms, reader.Meanings);
        var listings = profile.Listings.Zip(firm.Listings);
        return profile with
        {
            Listings =
            [
                .. listings.Select(pair =>
                {
                    var parts = reader.Meanings.PartsOf(pair.Second.Content.Title);
                    return pair.First with { Parts = parts, Headings = Headings(pair.First.Meaning, parts, reader.Neighbours) };
                }),
            ],
        };
    }

    /// <summary>"ISO 9001", "ISO9001" and "iso-9001" are one certificate.</summary>
    public static string Fold(string certificate) => string.Concat(TextNormalizer.Fold(certificate).Where(char.IsLetterOrDigit));

    /// <summary>Of the whole and of each item that it lists.</summary>
    private static LikelyHeading[] Headings(QuantizedVector? whole, IReadOnlyList<QuantizedVector> parts, HeadingNeighbours neighbours) =>
        whole is null
            ? []
            :
            [
                .. parts
                    .Prepend(whole)
                    .SelectMany(neighbours.Of)
                    .GroupBy(heading => heading.Number)
                    .Select(same => same.MaxBy(heading => heading.Weight))
                    .OrderByDescending(heading => heading.Weight)
                    .Take(MostHeadings),
            ];

    private static MatchListing Of(ListingText listing, ListingTerms terms, MeaningSpace meanings)
    {
        var meaning = listing.Meaning ?? ListingEncoding.Read(meanings, listing.Content);
        return new MatchListing
        {
            Id = listing.Id,
            Kind = listing.Kind,
            Terms = TermVector.Of(terms.Weights),
            Meaning = meaning.Vector,
            Headings = meaning.Headings,
            HsCodes = terms.HsCodes,
            Modes = listing.Content.Modes,
            Certificates = [.. listing.Content.Certificates.Select(Fold).Where(folded => folded.Length > 0).Distinct()],
            Regions = listing.Content.Regions,
            ValidUntil = listing.Content.ValidUntil,
            ChangedOn = listing.ChangedOn,
        };
    }
}
