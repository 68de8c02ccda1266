using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Outcomes;
using Matchmaking.Web.Features.Expos.Reports.Exports;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Expos.Outcomes;

/// <summary>What came of an expo, as files for a spreadsheet.</summary>
[Authorize(Policies.Agency)]
[Route("organise/{id}/outcomes/files")]
public sealed class OutcomeFilesController(IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("meetings.csv"), HttpGet("meetings.xlsx")]
    public async Task<IActionResult> Meetings(
        ExpoId id,
        Actor actor,
        [FromServices] ReadOutcomes read,
        CancellationToken cancellationToken
    ) =>
        await TableAsync(
            await read.ExecuteAsync(id, actor, cancellationToken),
            outcomes => OutcomeTables.Meetings(outcomes, texts),
            cancellationToken
        );

    [HttpGet("firms.csv"), HttpGet("firms.xlsx")]
    public async Task<IActionResult> Firms(
        ExpoId id,
        Actor actor,
        [FromServices] ReadStatistics read,
        CancellationToken cancellationToken
    ) =>
        await TableAsync(
            await read.ExecuteAsync(id, actor, cancellationToken),
            statistics => OutcomeTables.Firms(statistics, texts),
            cancellationToken
        );

    [HttpGet("statistics.csv"), HttpGet("statistics.xlsx")]
    public async Task<IActionResult> Statistics(
        ExpoId id,
        Actor actor,
        [FromServices] ReadStatistics read,
        CancellationToken cancellationToken
    ) =>
        await TableAsync(
            await read.ExecuteAsync(id, actor, cancellationToken),
            statistics => OutcomeTables.Statistics(new StatisticsPage(statistics, texts), texts),
            cancellationToken
        );

    private Task<IActionResult> TableAsync<T>(
        Result<T> found,
        Func<T, IEnumerable<IReadOnlyList<object>>> records,
        CancellationToken cancellationToken
    ) => this.TableAsync(found, records, "outcomes", cancellationToken);
}
