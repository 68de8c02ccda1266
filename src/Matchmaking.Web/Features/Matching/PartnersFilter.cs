using System.Globalization;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Matchmaking.Web.Features.Matching;

/// <summary>The choices of the partners page, as they stand in its address. What is not known there is dropped: an old link still opens.</summary>
public sealed class PartnersFilter
{
    [FromQuery(Name = "listing")]
    public IList<string> Listings { get; set; } = [];

    [FromQuery(Name = "sector")]
    public IList<string> Sectors { get; set; } = [];

    [FromQuery(Name = "chapter")]
    public IList<string> Chapters { get; set; } = [];

    [FromQuery(Name = "mode")]
    public IList<string> Modes { get; set; } = [];

    [FromQuery(Name = "region")]
    public IList<string> Regions { get; set; } = [];

    [FromQuery(Name = "verified")]
    public bool Verified { get; set; }

    [FromQuery(Name = "q")]
    public string? Text { get; set; }

    [FromQuery(Name = "order")]
    public string? Order { get; set; }

    [FromQuery(Name = "page")]
    public string? Page { get; set; }

    [BindNever]
    public int Count => Listings.Count + Sectors.Count + Chapters.Count + Modes.Count + Regions.Count + (Verified ? 1 : 0);

    public PartnersRequest ToRequest() =>
        new()
        {
            Listings = [.. Listings.Select(ParseListing).OfType<ListingId>()],
            Sectors = [.. Sectors.Where(Core.Companies.Sectors.IsKnown)],
            Chapters = [.. Chapters.Where(chapter => chapter.Length == 2 && chapter.All(char.IsAsciiDigit))],
            Modes = [.. Modes.Select(ParseMode).OfType<CooperationMode>()],
            Regions = [.. Regions.Where(region => Core.Companies.Regions.Find(region) is not null)],
            VerifiedOnly = Verified,
            Text = Text?.Trim() ?? string.Empty,
            Order = Order == "newest" ? PartnerOrder.Newest : PartnerOrder.Score,
            Page = PageNumber.Parse(Page),
        };

    private static ListingId? ParseListing(string text) => ListingId.TryParse(text, CultureInfo.InvariantCulture, out var id) ? id : null;

    private static CooperationMode? ParseMode(string text) => CooperationModes.TryParse(text, out var mode) ? mode : null;
}

/// <summary>The page in an address, from 1; whatever is not a number is the first.</summary>
internal static class PageNumber
{
    public static int Parse(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, 10_000) : 1;
}
