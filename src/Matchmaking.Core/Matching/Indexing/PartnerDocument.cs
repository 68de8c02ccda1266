using Matchmaking.Core.Common;
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
);
