using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Reports;
using Matchmaking.Core.Expos.Timetables;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Expos.Reports.Exports;

/// <summary>All that is known of a draft, as files for a spreadsheet.</summary>
[Authorize(Policies.Agency)]
[Route("organise/{id}/schedule/{number:int}/files")]
public sealed class ExportsController(IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("meetings.csv")]
    public async Task<IActionResult> Meetings(
        ExpoId id,
        int number,
        Actor actor,
        [FromServices] ReadDraft read,
        CancellationToken cancellationToken
    ) => Table(await read.ExecuteAsync(id, number, actor, cancellationToken), view => new MeetingTables(view, texts).Placed(), number);

    [HttpGet("wishes.csv")]
    public async Task<IActionResult> Wishes(
        ExpoId id,
        int number,
        Actor actor,
        [FromServices] ReadDraft read,
        CancellationToken cancellationToken
    ) => Table(await read.ExecuteAsync(id, number, actor, cancellationToken), view => new MeetingTables(view, texts).Wished(), number);

    [HttpGet("why-not.csv")]
    public async Task<IActionResult> WhyNot(
        ExpoId id,
        int number,
        Actor actor,
        [FromServices] ExplainDraft explain,
        CancellationToken cancellationToken
    ) =>
        Table(
            await explain.ExecuteAsync(id, number, actor, cancellationToken),
            found => new MeetingTables(found.View, texts).Unplaced(new WhyNotPage(found, new WhyNotFilter(), texts)),
            number
        );

    [HttpGet("firms.csv")]
    public async Task<IActionResult> Firms(
        ExpoId id,
        int number,
        Actor actor,
        [FromServices] ReadFairness read,
        CancellationToken cancellationToken
    ) => Table(await read.ExecuteAsync(id, number, actor, cancellationToken), report => ShareTables.Firms(report, texts), number);

    [HttpGet("interpreters.csv")]
    public async Task<IActionResult> Interpreters(
        ExpoId id,
        int number,
        Actor actor,
        [FromServices] ReadFairness read,
        CancellationToken cancellationToken
    ) => Table(await read.ExecuteAsync(id, number, actor, cancellationToken), report => ShareTables.Interpreters(report, texts), number);

    /// <summary>The file is named as the last part of its address, with the draft before it.</summary>
    private IActionResult Table<T>(Result<T> found, Func<T, IEnumerable<IReadOnlyList<object>>> records, int number) =>
        found.Succeeded
            ? File(
                CsvTable.Write(records(found.Value)),
                "text/csv; charset=utf-8",
                FormattableString.Invariant($"draft-{number}-{Path.GetFileName(Request.Path)}")
            )
            : NotFound();
}
