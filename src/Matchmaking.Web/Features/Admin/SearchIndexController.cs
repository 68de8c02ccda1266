using Matchmaking.Core.Common;
using Matchmaking.Core.Matching.Indexing.Rebuilds;
using Matchmaking.Web.Features.Shared;
using Matchmaking.Web.Hosting;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Admin;

/// <summary>How the search index stands, and its rebuild, which any node does in the background.</summary>
[Route("admin/search-index")]
[Authorize(Policies.Administrator)]
public sealed class SearchIndexController(IStringLocalizer<Texts> texts) : Controller
{
    private const string Page = "/admin/search-index";

    [HttpGet("")]
    public async Task<IActionResult> Index([FromServices] SearchIndexReading reading, CancellationToken cancellationToken) =>
        View("SearchIndex", await reading.ReadAsync(cancellationToken));

    /// <summary>The part of the page that changes, for the script that asks again and again.</summary>
    [HttpGet("figures")]
    public async Task<IActionResult> Figures([FromServices] SearchIndexReading reading, CancellationToken cancellationToken) =>
        PartialView("_SearchIndex", await reading.ReadAsync(cancellationToken));

    [HttpPost("rebuild")]
    public async Task<IActionResult> Rebuild([FromServices] AskForIndexRebuild ask, Actor actor, CancellationToken cancellationToken) =>
        this.Done(
            await ask.ExecuteAsync(actor, cancellationToken)
                ? texts["The rebuild is ordered. It goes on when you leave this page."]
                : texts["A rebuild is under way already."],
            Page
        );

    [HttpPost("cancel")]
    public async Task<IActionResult> Cancel([FromServices] AskForIndexRebuild ask, Actor actor, CancellationToken cancellationToken) =>
        this.Done(
            await ask.CancelAsync(actor, cancellationToken)
                ? texts["The rebuild is being cancelled. Search goes on with the index it has."]
                : texts["No rebuild is under way any more."],
            Page
        );
}

/// <summary>What the page needs beyond the business: the name of the engine, and the time.</summary>
public sealed class SearchIndexReading(ShowSearchIndex show, IConfiguration configuration, TimeProvider clock)
{
    public async Task<SearchIndexModel> ReadAsync(CancellationToken cancellationToken) =>
        new(await show.ExecuteAsync(cancellationToken), SearchEngine.Of(configuration), clock.GetUtcNow().UtcDateTime);
}

public sealed record SearchIndexModel(SearchIndexView View, string Engine, DateTime Now);
