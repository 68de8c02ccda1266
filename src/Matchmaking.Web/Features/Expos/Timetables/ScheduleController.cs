using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Expos.Timetables;
using Matchmaking.Core.Expos.Timetables.Runs;
using Matchmaking.Web.Features.Shared;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Expos.Timetables;

/// <summary>The search for a schedule, which any node does in the background, and the drafts that came of it.</summary>
[Authorize(Policies.Agency)]
[Route("organise/{id}/schedule")]
public sealed class ScheduleController(IStringLocalizer<Texts> texts, ShowSchedule show) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(ExpoId id, Actor actor, CancellationToken cancellationToken)
    {
        var shown = await show.ExecuteAsync(id, actor, cancellationToken);
        return shown.Succeeded ? View("Schedule", new ScheduleModel(shown.Value, new RunForm())) : NotFound();
    }

    /// <summary>The part of the page that changes, for the script that asks again and again.</summary>
    [HttpGet("progress")]
    public async Task<IActionResult> Progress(ExpoId id, Actor actor, CancellationToken cancellationToken)
    {
        var shown = await show.ExecuteAsync(id, actor, cancellationToken);
        return shown.Succeeded ? PartialView("_Schedule", new ScheduleModel(shown.Value, new RunForm())) : NotFound();
    }

    [HttpPost("run")]
    public async Task<IActionResult> Run(
        ExpoId id,
        RunForm form,
        Actor actor,
        [FromServices] AskForSchedule ask,
        CancellationToken cancellationToken
    )
    {
        if (!ModelState.IsValid || !RunWish.Choices.Contains(form.Seconds))
        {
            return NotFound();
        }

        var asked = await ask.ExecuteAsync(id, new RunWish(form.Scope, form.Seconds, form.PlacesAll), actor, cancellationToken);
        return this.Told(asked, texts["The search is ordered. It goes on when you leave this page."], Page(id), texts);
    }

    [HttpPost("stop")]
    public async Task<IActionResult> Stop(
        ExpoId id,
        bool keep,
        Actor actor,
        [FromServices] StopSchedule stop,
        CancellationToken cancellationToken
    ) =>
        this.Told(
            await stop.ExecuteAsync(id, keep, actor, cancellationToken),
            keep ? texts["The search is being stopped; what it has found becomes a draft."] : texts["The search is being stopped."],
            Page(id),
            texts
        );

    [HttpGet("compare")]
    public async Task<IActionResult> Compare(
        ExpoId id,
        int one,
        int other,
        Actor actor,
        [FromServices] CompareDrafts compare,
        CancellationToken cancellationToken
    )
    {
        var compared = await compare.ExecuteAsync(id, one, other, actor, cancellationToken);
        return compared.Succeeded ? View(compared.Value) : NotFound();
    }

    /// <summary>Where firms see a draft already, in two steps: what changes for them is shown first.</summary>
    [HttpPost("{number:int}/take")]
    public async Task<IActionResult> Take(
        ExpoId id,
        int number,
        bool confirmed,
        Actor actor,
        [FromServices] TakeDraft take,
        [FromServices] CompareDrafts compare,
        CancellationToken cancellationToken
    )
    {
        var shown = await show.ExecuteAsync(id, actor, cancellationToken);
        if (!shown.Succeeded)
        {
            return NotFound();
        }

        if (!confirmed && shown.Value.Expo.ShownDraft is { } seen)
        {
            var compared = await compare.ExecuteAsync(id, seen, number, actor, cancellationToken);
            return compared.Succeeded ? View("Take", compared.Value) : NotFound();
        }

        // What firms have been told is no longer what stands: the programme is where they are told anew.
        var isPublished = shown.Value.Expo.State >= ExpoState.Published;
        return this.Told(
            await take.ExecuteAsync(id, number, actor, cancellationToken),
            texts["Draft {0} is the current one.", number],
            isPublished ? $"/organise/{id}/programme" : Page(id),
            texts
        );
    }

    /// <summary>In two steps: what is lost is shown first.</summary>
    [HttpPost("{number:int}/discard")]
    public async Task<IActionResult> Discard(
        ExpoId id,
        int number,
        bool confirmed,
        Actor actor,
        [FromServices] DiscardDraft discard,
        CancellationToken cancellationToken
    )
    {
        if (confirmed)
        {
            var discarded = await discard.ExecuteAsync(id, number, actor, cancellationToken);
            return this.Told(discarded, texts["Draft {0} is discarded.", number], Page(id), texts);
        }

        var shown = await show.ExecuteAsync(id, actor, cancellationToken);
        return shown.Succeeded && shown.Value.Drafts.FirstOrDefault(draft => draft.Number == number) is { } draft
            ? View("Discard", new DiscardModel(shown.Value, draft))
            : NotFound();
    }

    private static string Page(ExpoId id) => $"/organise/{id}/schedule";
}

public sealed record ScheduleModel(ScheduleOverview View, RunForm Form);

public sealed record DiscardModel(ScheduleOverview View, ScheduleDraft Draft);

public sealed class RunForm
{
    public RunScope Scope { get; set; }

    /// <summary>One of <see cref="RunWish.Choices"/>.</summary>
    public int Seconds { get; set; } = 60;

    public bool PlacesAll { get; set; }
}
