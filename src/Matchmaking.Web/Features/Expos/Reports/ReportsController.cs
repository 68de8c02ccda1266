using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Reports;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Expos.Reports;

/// <summary>What a draft means for the firms, and why some wishes have no place in it.</summary>
[Authorize(Policies.Agency)]
[Route("organise/{id}/schedule/{number:int}")]
public sealed class ReportsController(IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("why-not")]
    public async Task<IActionResult> WhyNot(
        ExpoId id,
        int number,
        [FromQuery] WhyNotFilter filter,
        Actor actor,
        [FromServices] ExplainDraft explain,
        CancellationToken cancellationToken
    )
    {
        var explained = await explain.ExecuteAsync(id, number, actor, cancellationToken);
        return explained.Succeeded && ModelState.IsValid && filter.Page > 0
            ? View(new WhyNotPage(explained.Value, filter, texts))
            : NotFound();
    }

    [HttpGet("fairness")]
    public async Task<IActionResult> Fairness(
        ExpoId id,
        int number,
        [FromQuery] FairnessFilter filter,
        Actor actor,
        [FromServices] ReadFairness read,
        CancellationToken cancellationToken
    )
    {
        var report = await read.ExecuteAsync(id, number, actor, cancellationToken);
        return report.Succeeded && ModelState.IsValid ? View(new FairnessPage(report.Value, filter)) : NotFound();
    }
}
