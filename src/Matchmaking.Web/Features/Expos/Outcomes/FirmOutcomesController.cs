using System.ComponentModel.DataAnnotations;
using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Outcomes;
using Matchmaking.Web.Features.Shared;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Expos.Outcomes;

/// <summary>What a firm says came of its meetings.</summary>
[Authorize(Policies.Company)]
[Route("expos/{id}/outcomes")]
public sealed class FirmOutcomesController(IStringLocalizer<Texts> texts, ReadFirmOutcomes read) : Controller
{
    private const string Page = "FirmOutcome";

    [HttpGet("")]
    public async Task<IActionResult> Index(ExpoId id, Actor actor, CancellationToken cancellationToken)
    {
        var outcomes = await read.ExecuteAsync(id, actor, cancellationToken);
        return outcomes.Succeeded ? View("FirmOutcomes", outcomes.Value) : NotFound();
    }

    [HttpGet("{meeting:guid}")]
    public async Task<IActionResult> Show(ExpoId id, Guid meeting, Actor actor, CancellationToken cancellationToken) =>
        await FindAsync(id, meeting, actor, cancellationToken) is { } page ? View(Page, page) : NotFound();

    [HttpPost("{meeting:guid}")]
    public async Task<IActionResult> Say(
        ExpoId id,
        Guid meeting,
        OutcomeForm form,
        Actor actor,
        [FromServices] SayOutcome say,
        CancellationToken cancellationToken
    )
    {
        if (await FindAsync(id, meeting, actor, cancellationToken) is not { } page)
        {
            return NotFound();
        }

        page = page with { Form = form };
        if (!ModelState.IsValid)
        {
            return this.Invalid(Page, page);
        }

        var said = await say.ExecuteAsync(id, meeting, form.Kind!.Value, form.Note ?? string.Empty, actor, cancellationToken);
        return this.Answer(said, () => this.Done(texts["Your answer is saved."], $"/expos/{id}/outcomes"), () => View(Page, page));
    }

    /// <summary>Null unless the meeting is one of the firm's and has begun.</summary>
    private async Task<FirmOutcomePage?> FindAsync(ExpoId id, Guid meeting, Actor actor, CancellationToken cancellationToken)
    {
        var outcomes = await read.ExecuteAsync(id, actor, cancellationToken);
        var found = outcomes.Succeeded ? outcomes.Value.Begun.FirstOrDefault(item => item.Meeting.Id == meeting) : null;
        return found is null ? null : new FirmOutcomePage(outcomes.Value, found, OutcomeForm.Of(found.Said));
    }
}

public sealed record FirmOutcomePage(FirmOutcomes Outcomes, OwnOutcome Outcome, OutcomeForm Form);

public sealed class OutcomeForm
{
    [Required]
    public OutcomeKind? Kind { get; set; }

    [PlainText]
    [StringLength(MeetingOutcome.NoteLimit)]
    public string? Note { get; set; }

    internal static OutcomeForm Of(MeetingOutcome? said) => new() { Kind = said?.Kind, Note = said?.Note };
}
