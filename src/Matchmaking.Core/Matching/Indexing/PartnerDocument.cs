using Matchmaking.Core.Common;
using Matchmaking.Core.Language;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.Scoring;

namespace Matchmaking.Core.Matching.Indexing;

/// <summary>
/// A firm with its live listings as the index holds it: terms to find it by and the profile that the scorer reads. Texts and contacts
/// stay in the database, so that a page never shows what was withdrawn a moment ago.
/// </summary>
/// <param name="Version">The firm's <c>IndexVersion</c>.</param>
/// <param name="NameTerms">Of the names in all languages, without legal forms.</param>
public sealed record PartnerDocument(
    CompanyId Id,
    long Version,
    MatchProfile Profile,
    IReadOnlyCollection<string> NameTerms,
    IReadOnlyCollection<string> OfferTerms,
    IReadOnlyCollection<string> NeedTerms
)
{
    internal static PartnerDocument Of(FirmText firm, MatchProfile profile, IReadOnlyList<ListingTerms> listings)
    {
        HashSet<string> TermsOf(ListingKind kind) =>
            [.. firm.Listings.Zip(listings).Where(pair => pair.First.Kind == kind).SelectMany(pair => pair.Second.IndexTerms)];
        return new PartnerDocument(
            firm.Id,
            firm.Version,
            profile,
            NamesOf(firm.Names),
            TermsOf(ListingKind.Offer),
            TermsOf(ListingKind.Need)
        );
    }

    /// <summary>The whole name without blanks too: "HanbitSemi" and "Hanbit Semi" are one firm for whoever looks for it.</summary>
    internal static HashSet<string> NamesOf(LocalizedText names) =>
        [
            .. new[] { names.Zh, names.Ko, names.En }
                .Select(LegalForms.Strip)
                .SelectMany(name =>
                    Tokenizer.Tokenize(name).Concat(Tokenizer.Tokenize(name.Replace(" ", string.Empty, StringComparison.Ordinal)))
                )
                .Select(token => token.Text),
        ];
}
