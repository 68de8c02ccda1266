using Matchmaking.Core.Common;
using Matchmaking.Core.Terms;
using Matchmaking.Web.Features.Shared;
using Matchmaking.Web.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Terms;

/// <summary>Words that agencies and the administrator teach the site; for everybody else the pages are not there.</summary>
[Route("terms")]
public sealed class TermsController(IStringLocalizer<Texts> texts, FindKnownTerms known) : Controller
{
    private const string Page = "/terms";
    private const int QueryLimit = 100;

    /// <summary>Beside the notice of what is done: which one can be brought back.</summary>
    internal const string Removed = "RemovedTerm";
    internal const string RemovedName = "RemovedTermName";

    [HttpGet("")]
    public async Task<IActionResult> Index(
        string? q,
        int? page,
        Actor actor,
        [FromServices] ListTerms list,
        CancellationToken cancellationToken
    )
    {
        var text = q is { Length: > QueryLimit } ? q[..QueryLimit] : q ?? string.Empty;
        var rows = await list.ExecuteAsync(text, page ?? 1, actor, cancellationToken);
        return rows.Succeeded ? View(new TermsModel(rows.Value, text)) : NotFound();
    }

    /// <summary>The terms may come with the address, from a pair of titles that met.</summary>
    [HttpGet("new")]
    public IActionResult New(string? zh, string? ko, string? en, Actor actor)
    {
        ModelState.Clear();
        return actor.MayTeach()
            ? View(
                "Edit",
                new TermFormPage(
                    new TermForm
                    {
                        Zh = zh,
                        Ko = ko,
                        En = en,
                    },
                    null,
                    []
                )
            )
            : NotFound();
    }

    [HttpPost("new")]
    public async Task<IActionResult> New(TermForm form, Actor actor, [FromServices] AddTerm add, CancellationToken cancellationToken)
    {
        if (!actor.MayTeach())
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Invalid("Edit", FormPage(form, null));
        }

        var result = await add.ExecuteAsync(form.ToInput(), form.Target, actor, cancellationToken);
        return this.Answer(
            result,
            () => this.Done(texts["The words are saved and count from now on."], Page),
            () => View("Edit", FormPage(form, null))
        );
    }

    [HttpGet("{id}/edit")]
    public async Task<IActionResult> Edit(TermEntryId id, Actor actor, [FromServices] ShowTerm show, CancellationToken cancellationToken)
    {
        var row = await show.ExecuteAsync(id, actor, cancellationToken);
        return row.Succeeded ? View(new TermFormPage(TermForm.Of(row.Value), row.Value, [])) : NotFound();
    }

    [HttpPost("{id}/edit")]
    public async Task<IActionResult> Edit(
        TermEntryId id,
        TermForm form,
        Actor actor,
        [FromServices] EditTerm edit,
        [FromServices] ShowTerm show,
        CancellationToken cancellationToken
    )
    {
        var row = await show.ExecuteAsync(id, actor, cancellationToken);
        if (!row.Succeeded)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Invalid("Edit", FormPage(form, row.Value));
        }

        var result = await edit.ExecuteAsync(id, form.Version, form.ToInput(), form.Target, actor, cancellationToken);
        if (result.Errors.Any(error => error.Kind == ErrorKind.Conflict))
        {
            // The next attempt is made in the knowledge of the change that came between.
            form.Version = row.Value.Version;
            ModelState.Remove(nameof(form.Version));
        }

        return this.Answer(
            result,
            () => this.Done(texts["The words are saved and count from now on."], Page),
            () => View("Edit", FormPage(form, row.Value))
        );
    }

    [HttpPost("{id}/remove")]
    public async Task<IActionResult> Remove(
        TermEntryId id,
        Actor actor,
        [FromServices] RemoveTerm remove,
        CancellationToken cancellationToken
    )
    {
        var removed = await remove.ExecuteAsync(id, actor, cancellationToken);
        if (removed.Succeeded)
        {
            TempData[Removed] = id.ToString();
            TempData[RemovedName] = removed.Value;
        }

        return this.Answer(removed, () => LocalRedirect(Page), () => this.Done(texts.Sentence(removed.Errors[0]), Page));
    }

    [HttpPost("{id}/restore")]
    public async Task<IActionResult> Restore(
        TermEntryId id,
        Actor actor,
        [FromServices] RestoreTerm restore,
        CancellationToken cancellationToken
    )
    {
        var restored = await restore.ExecuteAsync(id, actor, cancellationToken);
        return this.Answer(
            restored,
            () => this.Done(texts["It is back."], Page),
            () => this.Done(texts.Sentence(restored.Errors[0]), Page)
        );
    }

    private TermFormPage FormPage(TermForm form, TermRow? row) => new(form, row, known.Execute(form.ToInput(), row?.Concept));
}

public sealed record TermsModel(Page<TermRow> Page, string Query);
