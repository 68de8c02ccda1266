using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Reports;
using Matchmaking.Web.Features.Expos.Reports.HallKit.Papers;
using Matchmaking.Web.Hosting;
using Matchmaking.Web.Pdf;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Matchmaking.Web.Features.Expos.Reports.HallKit;

/// <summary>What works on paper when the network is gone: pages to be printed or saved, without scripts, and the same as PDF files.</summary>
[Authorize(Policies.Agency)]
[Route("organise/{id}/schedule/{number:int}/kit")]
public sealed class HallKitController(ReadHallKit read, SiteAddress site, KitPapers papers) : Controller
{
    private const string PdfEnding = ".pdf";

    [HttpGet("")]
    public Task<IActionResult> Index(ExpoId id, int number, Actor actor, CancellationToken cancellationToken) =>
        PageAsync(nameof(Index), id, number, null, actor, cancellationToken);

    [HttpGet("tables"), HttpGet("tables" + PdfEnding)]
    public Task<IActionResult> Tables(ExpoId id, int number, Actor actor, CancellationToken cancellationToken) =>
        PageAsync(nameof(Tables), id, number, null, actor, cancellationToken);

    /// <param name="firm">Null for a sheet of each.</param>
    [HttpGet("firms"), HttpGet("firms" + PdfEnding)]
    public Task<IActionResult> Firms(ExpoId id, int number, CompanyId? firm, Actor actor, CancellationToken cancellationToken) =>
        PageAsync(nameof(Firms), id, number, firm, actor, cancellationToken);

    [HttpGet("interpreters"), HttpGet("interpreters" + PdfEnding)]
    public Task<IActionResult> Interpreters(ExpoId id, int number, Actor actor, CancellationToken cancellationToken) =>
        PageAsync(nameof(Interpreters), id, number, null, actor, cancellationToken);

    [HttpGet("grid"), HttpGet("grid" + PdfEnding)]
    public Task<IActionResult> Grid(ExpoId id, int number, Actor actor, CancellationToken cancellationToken) =>
        PageAsync(nameof(Grid), id, number, null, actor, cancellationToken);

    private async Task<IActionResult> PageAsync(
        string part,
        ExpoId id,
        int number,
        CompanyId? firm,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        var found = await read.ExecuteAsync(id, number, actor, cancellationToken);
        if (!found.Succeeded || !ModelState.IsValid)
        {
            return NotFound();
        }

        var kit = new KitPage(found.Value, site, firm) { HasPdf = papers.CanBeMade };
        var name = Path.GetFileName(Request.Path);
        if (!name.EndsWith(PdfEnding, StringComparison.OrdinalIgnoreCase))
        {
            return View(part, kit);
        }

        // A file without a page is none; the kit says what is missing.
        return kit.HasPdf && papers.Write(part, kit, cancellationToken) is { } file
            ? File(file, PdfFile.ContentType, FormattableString.Invariant($"draft-{number}-{name}"))
            : RedirectToAction(nameof(Index), new { id, number });
    }
}
