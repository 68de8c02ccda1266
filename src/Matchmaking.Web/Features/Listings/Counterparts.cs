using Matchmaking.Core.Common;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.Pages;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Matchmaking.Web.Features.Listings;

/// <summary>In the editor: how many firms of the other country have something for what is saved so far.</summary>
public sealed class Counterparts(CurrentActor current, CountCounterparts count) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(OwnListing listing)
    {
        var actor = await current.GetAsync(HttpContext.RequestAborted);
        int? firms = actor is null
            ? null
            : await count.ExecuteAsync(listing.Id, listing.Kind, listing.Working, actor, HttpContext.RequestAborted);
        return View("/Features/Listings/Counterparts.cshtml", new CounterpartsModel(firms, listing));
    }
}

/// <summary>The same part alone, for the script that renews it after each save.</summary>
[Authorize(Policies.Company)]
public sealed class CounterpartsController(ShowOwnListing show) : Controller
{
    [HttpGet("/listings/{id}/counterparts")]
    [EnableRateLimiting(RateLimits.Counting)]
    public async Task<IActionResult> Show(ListingId id, Actor actor, CancellationToken cancellationToken) =>
        await show.ExecuteAsync(id, actor, cancellationToken) is { CanEdit: true } own
            ? ViewComponent(typeof(Counterparts), new { listing = own })
            : NotFound();
}

/// <param name="Firms">Null when nothing can be said yet.</param>
public sealed record CounterpartsModel(int? Firms, OwnListing Listing);
