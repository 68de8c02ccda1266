using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Language.Lexicon;
using Matchmaking.Core.Listings;

namespace Matchmaking.Core.Matching.Scoring;

/// <summary>What a firm says of itself and of its live listings; documents, scores and explanations are made from it.</summary>
/// <param name="Version">The firm's <c>IndexVersion</c>.</param>
/// <param name="Sector">A code of <see cref="Companies.Sectors"/>, or empty.</param>
/// <param name="Region">ISO 3166-2 code, or empty.</param>
/// <param name="VerifiedUntil">Until when its existence is evidenced, or null for not at all.</param>
public sealed record FirmText(
    CompanyId Id,
    long Version,
    Country Country,
    LocalizedText Names,
    string Sector,
    string Region,
    DateTime? VerifiedUntil,
    IReadOnlyList<ListingText> Listings
)
{
    /// <summary>What agencies have checked and still holds; none where the firm was not read from the database.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];
}

/// <param name="Meaning">What was made of it before, where it was asked for; else it is made when it is needed.</param>
public sealed record ListingText(ListingId Id, ListingKind Kind, ListingContent Content, DateOnly ChangedOn, TextMeaning? Meaning = null);
