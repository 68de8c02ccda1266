using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Programme;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Web.Features.Shared;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Expos.Programme;

/// <summary>The way of a schedule to the firms: shown as preliminary, answered, published, and told again when it changes.</summary>
[Authorize(Policies.Agency)]
[Route("organise/{id}/programme")]
public sealed class ProgrammeController(IStringLocalizer<Texts> texts, ShowProgramme show) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(ExpoId id, Actor actor, CancellationToken cancellationToken)
    {
        var shown = await show.ExecuteAsync(id, actor, cancellationToken);
        return shown.Succeeded ? View("Programme", shown.Value) : NotFound();
    }

    /// <param name="draft">The number of the one that was looked at.</param>
    [HttpPost("preliminary")]
    public async Task<IActionResult> MakePreliminary(
        ExpoId id,
        int draft,
        Actor actor,
        [FromServices] MakePreliminary make,
        CancellationToken cancellationToken
    ) =>
        this.Told(
            await make.ExecuteAsync(id, draft, actor, cancellationToken),
            texts["Firms see draft {0} as their preliminary programme.", draft],
            Page(id),
            texts
        );

    [HttpPost("ask-again")]
    public async Task<IActionResult> AskAgain(ExpoId id, Actor actor, [FromServices] AskAgain ask, CancellationToken cancellationToken) =>
        this.Told(
            await ask.ExecuteAsync(id, actor, cancellationToken),
            texts["The firms whose programme changed are asked again; the mails are on their way."],
            Page(id),
            texts
        );

    [HttpPost("drafts")]
    public async Task<IActionResult> ReturnToDrafts(
        ExpoId id,
        Actor actor,
        [FromServices] ReturnToDrafts back,
        CancellationToken cancellationToken
    ) => this.Told(await back.ExecuteAsync(id, actor, cancellationToken), texts["Firms no longer see a programme."], Page(id), texts);

    /// <summary>What publishing sets going is shown first.</summary>
    [HttpGet("publish")]
    public async Task<IActionResult> Publish(ExpoId id, Actor actor, CancellationToken cancellationToken)
    {
        var shown = await show.ExecuteAsync(id, actor, cancellationToken);
        return !shown.Succeeded ? NotFound()
            : shown.Value.Expo.State == ExpoState.Preliminary ? View(shown.Value)
            : LocalRedirect(Page(id));
    }

    [HttpPost("publish")]
    public async Task<IActionResult> Publish(
        ExpoId id,
        Actor actor,
        [FromServices] PublishProgramme publish,
        CancellationToken cancellationToken
    ) =>
        this.Told(
            await publish.ExecuteAsync(id, actor, cancellationToken),
            texts["The programme is published; the mails are on their way."],
            Page(id),
            texts
        );

    [HttpPost("tell")]
    public async Task<IActionResult> Tell(ExpoId id, Actor actor, [FromServices] TellFirms tell, CancellationToken cancellationToken) =>
        this.Told(
            await tell.ExecuteAsync(id, actor, cancellationToken),
            texts["The firms are told; the mails are on their way."],
            Page(id),
            texts
        );

    /// <param name="firm">Of an <see cref="ExpoFirm"/>.</param>
    [HttpPost("changes/{firm:guid}")]
    public async Task<IActionResult> Settle(
        ExpoId id,
        Guid firm,
        SettleForm form,
        Actor actor,
        [FromServices] SettleChange settle,
        CancellationToken cancellationToken
    )
    {
        if (!ModelState.IsValid)
        {
            TempData["Problem"] = ModelState.Values.SelectMany(entry => entry.Errors).First().ErrorMessage;
            return LocalRedirect(Page(id));
        }

        var settled = await settle.ExecuteAsync(id, firm, form.Reply ?? string.Empty, actor, cancellationToken);
        return this.Told(settled, texts["The request is settled; the firm gets a mail with your answer."], Page(id), texts);
    }

    private static string Page(ExpoId id) => $"/organise/{id}/programme";
}

public sealed class SettleForm
{
    [PlainText]
    [System.ComponentModel.DataAnnotations.StringLength(PlanAnswer.TextLimit)]
    public string? Reply { get; set; }
}
