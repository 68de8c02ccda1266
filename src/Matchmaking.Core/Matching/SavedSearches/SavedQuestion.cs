using Matchmaking.Core.Common;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.Pages;

namespace Matchmaking.Core.Matching.SavedSearches;

/// <summary>What is asked of the partners page or of the search; an empty list is no condition. The order and the page are not kept.</summary>
public sealed record SavedQuestion
{
    public string Text { get; init; } = string.Empty;

    public IReadOnlyList<ListingId> Listings { get; init; } = [];

    public IReadOnlyList<string> Sectors { get; init; } = [];

    public IReadOnlyList<string> Chapters { get; init; } = [];

    public IReadOnlyList<CooperationMode> Modes { get; init; } = [];

    public IReadOnlyList<string> Regions { get; init; } = [];

    public bool VerifiedOnly { get; init; }

    public IReadOnlyList<HitKind> Kinds { get; init; } = [];

    public Country? Country { get; init; }

    public IReadOnlyList<string> Headings { get; init; } = [];

    public static SavedQuestion Of(PartnersRequest request) =>
        new()
        {
            Text = request.Text,
            Listings = Few(request.Listings),
            Sectors = Few(request.Sectors),
            Chapters = Few(request.Chapters),
            Modes = Few(request.Modes),
            Regions = Few(request.Regions),
            VerifiedOnly = request.VerifiedOnly,
        };

    public static SavedQuestion Of(SearchRequest request) =>
        new()
        {
            Text = request.Query,
            Kinds = Few(request.Kinds),
            Country = request.Country,
            Headings = Few(request.Headings),
        };

    public PartnersRequest ToPartners() =>
        new()
        {
            Text = Text,
            Listings = Listings,
            Sectors = Sectors,
            Chapters = Chapters,
            Modes = Modes,
            Regions = Regions,
            VerifiedOnly = VerifiedOnly,
        };

    public SearchRequest ToSearch() =>
        new()
        {
            Query = Text,
            Kinds = Kinds,
            Country = Country,
            Headings = Headings,
        };

    private static List<T> Few<T>(IEnumerable<T> values) => [.. values.Distinct().Take(SavedSearchLimits.Conditions)];
}
