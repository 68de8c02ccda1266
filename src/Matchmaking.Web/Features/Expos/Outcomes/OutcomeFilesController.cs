using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Outcomes;
using Matchmaking.Core.Expos.Reports;
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
    [HttpGet("meetings.csv")]
    public async Task<IActionResult> Meetings(
        ExpoId id,
        Actor actor,
        [FromServices] ReadOutcomes read,
        CancellationToken cancellationToken
    ) => Table(await read.ExecuteAsync(id, actor, cancellationToken), outcomes => OutcomeTables.Meetings(outcomes, texts));

    [HttpGet("firms.csv")]
    public async Task<IActionResult> Firms(
        ExpoId id,
        Actor actor,
        [FromServices] ReadStatistics read,
        CancellationToken cancellationToken
    ) => Table(await read.ExecuteAsync(id, actor, cancellationToken), statistics => OutcomeTables.Firms(statistics, texts));

    [HttpGet("statistics.csv")]
    public async Task<IActionResult> Statistics(
        ExpoId id,
        Actor actor,
        [FromServices] ReadStatistics read,
        CancellationToken cancellationToken
    ) =>
        Table(
            await read.ExecuteAsync(id, actor, cancellationToken),
            statistics => OutcomeTables.Statistics(new StatisticsPage(statistics, texts), texts)
        );

    /// <summary>The file is named as the last part of its address.</summary>
    private IActionResult Table<T>(Result<T> found, Func<T, IEnumerable<IReadOnlyList<object>>> records) =>
        found.Succeeded
            ? File(CsvTable.Write(records(found.Value)), "text/csv; charset=utf-8", $"outcomes-{Path.GetFileName(Request.Path)}")
            : NotFound();
}
