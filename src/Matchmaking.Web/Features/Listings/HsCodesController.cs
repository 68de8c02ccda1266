using Matchmaking.Core.Language;
using Matchmaking.Core.Language.Glossary;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Matchmaking.Web.Features.Listings;

/// <summary>Finds HS codes by number or by name in any of the three languages: as a page, and as suggestions while one types.</summary>
[Authorize(Policies.Company)]
public sealed class HsCodesController(HsCodeFinder codes) : Controller
{
    private const int PageLimit = 50;
    private const int SuggestionLimit = 8;

    [HttpGet("/listings/hs")]
    public IActionResult Index(string? q)
    {
        var asJson = Request.GetTypedHeaders().Accept.FirstOrDefault()?.MediaType == "application/json";
        var query = q?.Trim() ?? string.Empty;
        var found = query.Length is 0 or > 100 ? [] : codes.Search(query, PageLimit).Where(found => found.Entry.Code.Length > 2);
        return asJson
            ? Json(
                found
                    .Take(SuggestionLimit)
                    .Select(found => new
                    {
                        code = HsNomenclature.Format(found.Entry.Code),
                        name = found.Entry.Names.For(ReaderLanguage.Current),
                    })
            )
            : View("HsCodes", new HsCodesModel(query, [.. found]));
    }
}

public sealed record HsCodesModel(string Query, IReadOnlyList<HsSuggestion> Found);
