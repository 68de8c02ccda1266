using Matchmaking.Core.Common;
using Matchmaking.Core.Matching.Pages;
using Matchmaking.Core.Matching.SavedSearches;
using Matchmaking.Web.Features.Shared;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Matchmaking.Web.Features.Matching;

/// <summary>What is published is public, so anybody may search.</summary>
[AllowAnonymous]
public sealed class SearchController : Controller
{
    [HttpGet("search")]
    [ServiceFilter<VisitorLimit>]
    public async Task<IActionResult> Index(
        SearchFilter filter,
        SavedSearchId? saved,
        Actor? actor,
        [FromServices] SearchPartners search,
        [FromServices] ListLatestFinds latest,
        CancellationToken cancellationToken
    )
    {
        ModelState.Clear();
        var found = await search.ExecuteAsync(filter.ToRequest(), cancellationToken);
        var fresh =
            saved is { } id && actor is not null ? await latest.ExecuteAsync(id, actor, cancellationToken) : new HashSet<CompanyId>();
        return this.Answer(found, () => View("Search", new SearchView(found.Value, filter, fresh)), () => View("Unavailable"));
    }
}

/// <summary>The choices of the search page, as they stand in its address.</summary>
public sealed class SearchFilter
{
    [FromQuery(Name = "q")]
    public string? Query { get; set; }

    [FromQuery(Name = "kind")]
    public IList<string> Kinds { get; set; } = [];

    [FromQuery(Name = "country")]
    public IList<string> Countries { get; set; } = [];

    [FromQuery(Name = "heading")]
    public IList<string> Headings { get; set; } = [];

    [FromQuery(Name = "order")]
    public string? Order { get; set; }

    [FromQuery(Name = "page")]
    public string? Page { get; set; }

    [BindNever]
    public int Count => Kinds.Count + Countries.Count + Headings.Count;

    public SearchRequest ToRequest() =>
        new()
        {
            Query = Query?.Trim() ?? string.Empty,
            Kinds = [.. Kinds.Select(Parse<HitKind>).OfType<HitKind>()],
            Country = Countries.Select(Parse<Country>).OfType<Country>().Distinct().ToList() is [var only] ? only : null,
            Headings = [.. Headings.Where(heading => heading.Length == 4 && heading.All(char.IsAsciiDigit))],
            Order = Order == "newest" ? PartnerOrder.Newest : PartnerOrder.Score,
            Page = PageNumber.Parse(Page),
        };

    private static T? Parse<T>(string text)
        where T : struct, Enum => Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;
}

/// <param name="New">Firms that are new in the saved search that led here.</param>
public sealed record SearchView(SearchPage Found, SearchFilter Filter, IReadOnlySet<CompanyId> New)
{
    /// <summary>What is asked, as it can be saved.</summary>
    public SavedQuestion Question => SavedQuestion.Of(Filter.ToRequest());
}
