using System.Security.Cryptography;
using System.Text.Json;
using Matchmaking.Core.Common;
using Matchmaking.Core.Matching.Indexing;

namespace Matchmaking.Core.Matching.Pages;

/// <summary>Who asks for partners, as it is at this moment, and on what conditions. Equal questions have the same list.</summary>
/// <param name="Version">The firm's <c>IndexVersion</c>: any change of its own makes another question.</param>
/// <param name="Listing">The list is about this one listing; null for those that the request chooses.</param>
/// <param name="Today">As listings count their days; on another one some of them have ended.</param>
/// <param name="State">What an unfinished index finds is no answer for a finished one.</param>
internal sealed record PartnersQuestion(
    CompanyId Company,
    long Version,
    ListingId? Listing,
    DateOnly Today,
    PartnerIndexState State,
    PartnersRequest Request
)
{
    /// <summary>The same without conditions: what the counts beside the list are taken from.</summary>
    public PartnersQuestion Everywhere() =>
        this with
        {
            Request = new PartnersRequest { Listings = Request.Listings, Text = Request.Text },
        };

    public string ListKey() => $"partners-list:{Digest(this with { Request = Request with { Page = 1 } })}";

    public string PageKey() => $"partners-page:{Digest(this)}";

    /// <summary>What people type is neither short nor free of odd signs.</summary>
    private static string Digest(PartnersQuestion question) =>
        Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(question)));
}
