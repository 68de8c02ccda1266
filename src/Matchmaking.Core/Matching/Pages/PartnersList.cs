using System.ComponentModel;
using Matchmaking.Core.Matching.Scoring;

namespace Matchmaking.Core.Matching.Pages;

/// <summary>What ranking has made for one question, as it is kept for a while; nothing in it changes.</summary>
/// <param name="Me">The firm that asks, with all its live listings.</param>
/// <param name="Asking">The same with those that count.</param>
/// <param name="Ranked">The best of them, or all.</param>
/// <param name="Total">How many fit.</param>
/// <param name="Pool">Of all that fit.</param>
/// <param name="Facets">Of all that fit without the conditions.</param>
/// <param name="Listings">Counted among the same.</param>
[ImmutableObject(true)]
internal sealed record PartnersList(
    FirmText Me,
    FirmText Asking,
    RankedFirms Ranked,
    int Total,
    IReadOnlyList<FacetCandidate> Pool,
    PartnerFacets Facets,
    IReadOnlyList<OwnListingChoice> Listings
)
{
    public bool Holds(int page) => Ranked.Firms.Count == Total || page * PartnersRequest.PageSize <= Ranked.Firms.Count;

    /// <summary>A number beyond the last page gives the last one.</summary>
    public int Clamp(int page) => Math.Clamp(page, 1, Math.Max(1, (Total + PartnersRequest.PageSize - 1) / PartnersRequest.PageSize));
}
