using Matchmaking.Core.Common;
using Matchmaking.Core.Matching.Pages;
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
        Actor actor,
        [FromServices] FindPartners find,
        CancellationToken cancellationToken
    )
    {
        ModelState.Clear();
        var found = await find.ExecuteAsync(filter.ToRequest(), actor, cancellationToken);
        return this.Answer(found, () => View(new PartnersView(found.Value, filter, OfListing: null)), NotFound);
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
        return this.Answer(found, () => View("Index", new PartnersView(found.Value, filter, id)), NotFound);
    }
}
