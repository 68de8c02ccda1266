using Matchmaking.Core.Language;
using Matchmaking.Core.Language.Glossary;
using Matchmaking.Core.Language.Lexicon;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.Vectors;

namespace Matchmaking.Core.Matching.Scoring;

internal static class MatchProfiles
{
    public static MatchProfile Of(FirmText firm, IReadOnlyList<ListingTerms> terms, MeaningSpace meanings) =>
        new()
        {
            Country = firm.Country,
            Sector = firm.Sector,
            Region = firm.Region,
            VerifiedUntil = firm.VerifiedUntil,
            Listings = [.. firm.Listings.Select((listing, index) => Of(listing, terms[index], meanings))],
        };

    /// <summary>With the parts of enumerations and the headings, which nobody needs of the firms that are found.</summary>
    public static MatchProfile OfAsking(FirmText firm, IReadOnlyList<ListingTerms> terms, MeaningSpace meanings, ConceptFinder finder)
    {
        var profile = Of(firm, terms, meanings);
        var listings = profile.Listings.Zip(firm.Listings);
        return profile with
        {
            Listings =
            [
                .. listings.Select(pair =>
                    pair.First with
                    {
                        Parts = meanings.PartsOf(pair.Second.Content.Title),
                        Headings = Headings(pair.Second.Content, meanings, finder),
                    }
                ),
            ],
        };
    }

    /// <summary>"ISO 9001", "ISO9001" and "iso-9001" are one certificate.</summary>
    public static string Fold(string certificate) => string.Concat(TextNormalizer.Fold(certificate).Where(char.IsLetterOrDigit));

    private static List<HeadingMeaning> Headings(ListingContent content, MeaningSpace meanings, ConceptFinder finder)
    {
        var found = new List<HeadingMeaning>();
        foreach (var heading in NamedHeadings.Of(content.Title, content.StruckConcepts, finder))
        {
            if (meanings.OfHeading(heading.Code) is { } meaning)
            {
                found.Add(new HeadingMeaning(meaning, heading.Weight));
            }
        }

        return found;
    }

    private static float[] Encoded(ListingText listing, ITextEncoder encoder) =>
        (listing.Encoded ?? ListingEncoding.Of(encoder, listing.Content))?.ToFloats() ?? [];

    private static MatchListing Of(ListingText listing, ListingTerms terms, MeaningSpace meanings) =>
        new()
        {
            Id = listing.Id,
            Kind = listing.Kind,
            Terms = TermVector.Of(terms.Weights),
            Meaning = meanings.Of(listing.Content.Title, listing.Content.Text, Encoded(listing, meanings.Encoder)),
            HsCodes = terms.HsCodes,
            Modes = listing.Content.Modes,
            Certificates = [.. listing.Content.Certificates.Select(Fold).Where(folded => folded.Length > 0).Distinct()],
            Regions = listing.Content.Regions,
            ValidUntil = listing.Content.ValidUntil,
            ChangedOn = listing.ChangedOn,
        };
}
