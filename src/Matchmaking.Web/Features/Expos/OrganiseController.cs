using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Web.Features.Shared;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Expos;

/// <summary>The expos of an agency, and what each of them is.</summary>
[Authorize(Policies.Agency)]
[Route("organise")]
public sealed class OrganiseController(IStringLocalizer<Texts> texts, ReadExpo read) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(Actor actor, [FromServices] ListExpos list, CancellationToken cancellationToken) =>
        View(await list.ExecuteAsync(actor, cancellationToken));

    [HttpGet("new")]
    public IActionResult New() => View("Edit", new ExpoFormPage(new ExpoForm(), null));

    [HttpPost("new")]
    public async Task<IActionResult> New(ExpoForm form, Actor actor, [FromServices] PlanExpo plan, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return this.Invalid("Edit", new ExpoFormPage(form, null));
        }

        var planned = await plan.ExecuteAsync(form.ToProfile(), actor, cancellationToken);
        return this.Answer(
            planned,
            () => this.Done(texts["The expo is planned. Next: its slots."], $"/organise/{planned.Value}/slots"),
            () => View("Edit", new ExpoFormPage(form, null))
        );
    }

    [HttpGet("{id}")]
    public async Task<IActionResult> Show(
        ExpoId id,
        Actor actor,
        [FromServices] JointCalendar calendar,
        [FromServices] TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var expo = await read.ExecuteAsync(id, actor, cancellationToken);
        return expo.Succeeded
            ? View(
                new ExpoOverview(
                    expo.Value,
                    ProposedDeadlines.For(expo.Value.Profile.FirstDay, calendar),
                    DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime + expo.Value.Profile.Hall.Offset())
                )
            )
            : NotFound();
    }

    [HttpGet("{id}/edit")]
    public async Task<IActionResult> Edit(ExpoId id, Actor actor, CancellationToken cancellationToken)
    {
        var expo = await read.ExecuteAsync(id, actor, cancellationToken);
        return expo.Succeeded ? View(new ExpoFormPage(ExpoForm.Of(expo.Value), expo.Value)) : NotFound();
    }

    [HttpPost("{id}/edit")]
    public async Task<IActionResult> Edit(
        ExpoId id,
        ExpoForm form,
        Actor actor,
        [FromServices] EditExpo edit,
        CancellationToken cancellationToken
    )
    {
        var expo = await read.ExecuteAsync(id, actor, cancellationToken);
        if (!expo.Succeeded)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Invalid("Edit", new ExpoFormPage(form, expo.Value));
        }

        var edited = await edit.ExecuteAsync(id, form.Version, form.ToProfile(), actor, cancellationToken);
        if (edited.Errors.Any(error => error.Kind == ErrorKind.Conflict))
        {
            // The next attempt is made in the knowledge of the change that came between.
            form.Version = expo.Value.Version;
            ModelState.Remove(nameof(form.Version));
        }

        return this.Answer(
            edited,
            () => this.Done(texts["The expo is changed."], $"/organise/{id}"),
            () => View("Edit", new ExpoFormPage(form, expo.Value))
        );
    }

    [HttpPost("{id}/deadlines")]
    public async Task<IActionResult> UseProposed(
        ExpoId id,
        Actor actor,
        [FromServices] UseProposedDeadlines use,
        CancellationToken cancellationToken
    ) => this.Told(await use.ExecuteAsync(id, actor, cancellationToken), texts["The days are set."], $"/organise/{id}", texts);

    [HttpPost("{id}/open")]
    public async Task<IActionResult> Open(
        ExpoId id,
        DateOnly? until,
        Actor actor,
        [FromServices] OpenWishes open,
        CancellationToken cancellationToken
    ) =>
        this.Told(
            await open.ExecuteAsync(id, until, actor, cancellationToken),
            texts["Firms can answer and wish now."],
            $"/organise/{id}",
            texts
        );

    [HttpPost("{id}/close")]
    public async Task<IActionResult> Close(ExpoId id, Actor actor, [FromServices] CloseWishes close, CancellationToken cancellationToken) =>
        this.Told(await close.ExecuteAsync(id, actor, cancellationToken), texts["Wishes are closed."], $"/organise/{id}", texts);
}

/// <param name="Today">On the clock of the hall.</param>
public sealed record ExpoOverview(Expo Expo, ProposedDeadlines Proposed, DateOnly Today)
{
    /// <summary>Wishes can be opened again, but not until a day that is over.</summary>
    public bool NeedsLastDay => Expo.Profile.PreferencesUntil < Today;
}

internal static class ToldResults
{
    /// <summary>For a button without a form to show again: the page that it stands on says what came of it.</summary>
    public static IActionResult Told(this Controller controller, Result result, string done, string path, IStringLocalizer texts)
    {
        if (result.Errors.Any(error => error.Kind == ErrorKind.NotFound))
        {
            return controller.NotFound();
        }

        if (result.Succeeded)
        {
            return controller.Done(done, path);
        }

        controller.TempData["Problem"] = texts.Sentence(result.Errors[0]);
        return controller.LocalRedirect(path);
    }
}
