using Matchmaking.Core.Common;
using Matchmaking.Core.Matching.Pages;
using Matchmaking.Core.Matching.SavedSearches;

namespace Matchmaking.Web.Features.Matching;

/// <param name="OfListing">The page is about this one listing of the firm.</param>
/// <param name="New">Firms that are new in the saved search that led here.</param>
public sealed record PartnersView(PartnersPage Found, PartnersFilter Filter, ListingId? OfListing, IReadOnlySet<CompanyId> New)
{
    /// <summary>As long as the page that it is drawn from.</summary>
    public static TimeSpan Kept => PartnersLists.KeptFor;

    /// <summary>What is asked, as it can be saved.</summary>
    public SavedQuestion Question =>
        SavedQuestion.Of(OfListing is { } id ? Filter.ToRequest() with { Listings = [id] } : Filter.ToRequest());
}

/// <param name="Number">Place in the whole list, from 1.</param>
public sealed record PartnerRowView(PartnerRow Row, int Number, ListingId? OfListing, bool IsNew);

/// <summary>One group of the filter; the form sends <paramref name="Name"/> once for each choice.</summary>
public sealed record FacetView(string Legend, string Name, IReadOnlyList<FacetChoice> Choices);

public sealed record FacetChoice(string Value, string Text, int Count, bool Chosen);
