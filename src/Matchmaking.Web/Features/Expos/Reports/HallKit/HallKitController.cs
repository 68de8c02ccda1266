using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Reports;
using Matchmaking.Web.Hosting;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Matchmaking.Web.Features.Expos.Reports.HallKit;

/// <summary>What works on paper when the network is gone: pages to be printed or saved, without scripts.</summary>
[Authorize(Policies.Agency)]
[Route("organise/{id}/schedule/{number:int}/kit")]
public sealed class HallKitController(ReadHallKit read, SiteAddress site) : Controller
{
    [HttpGet("")]
    public Task<IActionResult> Index(ExpoId id, int number, Actor actor, CancellationToken cancellationToken) =>
        PageAsync(nameof(Index), id, number, null, actor, cancellationToken);

    [HttpGet("tables")]
    public Task<IActionResult> Tables(ExpoId id, int number, Actor actor, CancellationToken cancellationToken) =>
        PageAsync(nameof(Tables), id, number, null, actor, cancellationToken);

    /// <param name="firm">Null for a sheet of each.</param>
    [HttpGet("firms")]
    public Task<IActionResult> Firms(ExpoId id, int number, CompanyId? firm, Actor actor, CancellationToken cancellationToken) =>
        PageAsync(nameof(Firms), id, number, firm, actor, cancellationToken);

    [HttpGet("interpreters")]
    public Task<IActionResult> Interpreters(ExpoId id, int number, Actor actor, CancellationToken cancellationToken) =>
        PageAsync(nameof(Interpreters), id, number, null, actor, cancellationToken);

    [HttpGet("grid")]
    public Task<IActionResult> Grid(ExpoId id, int number, Actor actor, CancellationToken cancellationToken) =>
        PageAsync(nameof(Grid), id, number, null, actor, cancellationToken);

    private async Task<IActionResult> PageAsync(
        string view,
        ExpoId id,
        int number,
        CompanyId? firm,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        var kit = await read.ExecuteAsync(id, number, actor, cancellationToken);
        return kit.Succeeded && ModelState.IsValid ? View(view, new KitPage(kit.Value, site, firm)) : NotFound();
    }
}
