using Matchmaking.Core.Common;
using Matchmaking.Core.Matching.Pages;
using Matchmaking.Core.Matching.SavedSearches;
using Matchmaking.Web.Features.Shared;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Matchmaking.Web.Features.Matching;

[Authorize(Policy = Policies.Company)]
public sealed class PartnersController : Controller
{
    [HttpGet("partners")]
    public async Task<IActionResult> Index(
        PartnersFilter filter,
        SavedSearchId? saved,
        Actor actor,
        [FromServices] FindPartners find,
        [FromServices] ListLatestFinds latest,
        CancellationToken cancellationToken
    )
    {
        ModelState.Clear();
        var found = await find.ExecuteAsync(filter.ToRequest(), actor, cancellationToken);
        var fresh = saved is { } search ? await latest.ExecuteAsync(search, actor, cancellationToken) : new HashSet<CompanyId>();
        return this.Answer(found, () => View(new PartnersView(found.Value, filter, OfListing: null, fresh)), Unavailable);
    }

    [HttpGet("listings/{id}/partners")]
    public async Task<IActionResult> OfListing(
        ListingId id,
        PartnersFilter filter,
        Actor actor,
        [FromServices] FindPartnersForListing find,
        CancellationToken cancellationToken
    )
    {
        ModelState.Clear();
        var found = await find.ExecuteAsync(id, filter.ToRequest(), actor, cancellationToken);
        return this.Answer(found, () => View("Index", new PartnersView(found.Value, filter, id, new HashSet<CompanyId>())), Unavailable);
    }

    private ViewResult Unavailable() => View("Unavailable");
}
