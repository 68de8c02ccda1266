using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Outcomes;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Expos.Outcomes;

/// <summary>What both sides say of the meetings, what that comes to, and the end of an expo.</summary>
[Authorize(Policies.Agency)]
[Route("organise/{id}/outcomes")]
public sealed class OutcomesController(IStringLocalizer<Texts> texts, ReadOutcomes read) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(ExpoId id, [FromQuery] OutcomeFilter filter, Actor actor, CancellationToken cancellationToken)
    {
        var outcomes = await read.ExecuteAsync(id, actor, cancellationToken);
        return outcomes.Succeeded && ModelState.IsValid ? View("Outcomes", new OutcomesPage(outcomes.Value, filter)) : NotFound();
    }

    [HttpGet("statistics")]
    public async Task<IActionResult> Statistics(
        ExpoId id,
        Actor actor,
        [FromServices] ReadStatistics statistics,
        CancellationToken cancellationToken
    )
    {
        var found = await statistics.ExecuteAsync(id, actor, cancellationToken);
        return found.Succeeded ? View(new StatisticsPage(found.Value, texts)) : NotFound();
    }

    [HttpPost("remind")]
    public async Task<IActionResult> Remind(
        ExpoId id,
        Actor actor,
        [FromServices] RemindFirms remind,
        CancellationToken cancellationToken
    ) =>
        this.Told(
            await remind.ExecuteAsync(id, actor, cancellationToken),
            texts["The firms are reminded; the mails are on their way."],
            Page(id),
            texts
        );

    /// <summary>What the closing means is shown first.</summary>
    [HttpGet("finish")]
    public async Task<IActionResult> Finish(ExpoId id, Actor actor, CancellationToken cancellationToken)
    {
        var outcomes = await read.ExecuteAsync(id, actor, cancellationToken);
        return !outcomes.Succeeded ? NotFound()
            : outcomes.Value.Expo.State.TakesOutcomes() ? View(outcomes.Value)
            : LocalRedirect(Page(id));
    }

    [HttpPost("finish")]
    public async Task<IActionResult> Finish(
        ExpoId id,
        Actor actor,
        [FromServices] FinishExpo finish,
        CancellationToken cancellationToken
    ) => this.Told(await finish.ExecuteAsync(id, actor, cancellationToken), texts["The expo is closed."], Page(id), texts);

    [HttpPost("reopen")]
    public async Task<IActionResult> Reopen(
        ExpoId id,
        Actor actor,
        [FromServices] ReopenExpo reopen,
        CancellationToken cancellationToken
    ) => this.Told(await reopen.ExecuteAsync(id, actor, cancellationToken), texts["The expo is open again."], Page(id), texts);

    private static string Page(ExpoId id) => $"/organise/{id}/outcomes";
}

/// <summary>Which meetings are listed.</summary>
/// <param name="Kind">That at least one side says; null for all.</param>
/// <param name="Missing">Only those of which a side has said nothing.</param>
public sealed record OutcomeFilter(OutcomeKind? Kind, bool Missing)
{
    public bool IsMeant(OutcomeRow meeting) => (Kind is not { } kind || meeting.Says(kind)) && (!Missing || meeting.Silent.Any());
}

/// <summary>The meetings that have begun, as the page lists them.</summary>
public sealed record OutcomesPage(ExpoOutcomes Outcomes, OutcomeFilter Filter)
{
    public IReadOnlyList<OutcomeRow> Shown { get; } = [.. Outcomes.Begun.Where(Filter.IsMeant)];
}
