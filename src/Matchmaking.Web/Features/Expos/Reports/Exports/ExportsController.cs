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
    [HttpGet("meetings.csv"), HttpGet("meetings.xlsx")]
    public async Task<IActionResult> Meetings(
        ExpoId id,
        int number,
        Actor actor,
        [FromServices] ReadDraft read,
        CancellationToken cancellationToken
    ) =>
        await TableAsync(
            await read.ExecuteAsync(id, number, actor, cancellationToken),
            view => new MeetingTables(view, texts).Placed(),
            number,
            cancellationToken
        );

    [HttpGet("wishes.csv"), HttpGet("wishes.xlsx")]
    public async Task<IActionResult> Wishes(
        ExpoId id,
        int number,
        Actor actor,
        [FromServices] ReadDraft read,
        CancellationToken cancellationToken
    ) =>
        await TableAsync(
            await read.ExecuteAsync(id, number, actor, cancellationToken),
            view => new MeetingTables(view, texts).Wished(),
            number,
            cancellationToken
        );

    [HttpGet("why-not.csv"), HttpGet("why-not.xlsx")]
    public async Task<IActionResult> WhyNot(
        ExpoId id,
        int number,
        Actor actor,
        [FromServices] ExplainDraft explain,
        CancellationToken cancellationToken
    ) =>
        await TableAsync(
            await explain.ExecuteAsync(id, number, actor, cancellationToken),
            found => new MeetingTables(found.View, texts).Unplaced(new WhyNotPage(found, new WhyNotFilter(), texts)),
            number,
            cancellationToken
        );

    [HttpGet("firms.csv"), HttpGet("firms.xlsx")]
    public async Task<IActionResult> Firms(
        ExpoId id,
        int number,
        Actor actor,
        [FromServices] ReadFairness read,
        CancellationToken cancellationToken
    ) =>
        await TableAsync(
            await read.ExecuteAsync(id, number, actor, cancellationToken),
            report => ShareTables.Firms(report, texts),
            number,
            cancellationToken
        );

    [HttpGet("interpreters.csv"), HttpGet("interpreters.xlsx")]
    public async Task<IActionResult> Interpreters(
        ExpoId id,
        int number,
        Actor actor,
        [FromServices] ReadFairness read,
        CancellationToken cancellationToken
    ) =>
        await TableAsync(
            await read.ExecuteAsync(id, number, actor, cancellationToken),
            report => ShareTables.Interpreters(report, texts),
            number,
            cancellationToken
        );

    private Task<IActionResult> TableAsync<T>(
        Result<T> found,
        Func<T, IEnumerable<IReadOnlyList<object>>> records,
        int number,
        CancellationToken cancellationToken
    ) => this.TableAsync(found, records, FormattableString.Invariant($"draft-{number}"), cancellationToken);
}
