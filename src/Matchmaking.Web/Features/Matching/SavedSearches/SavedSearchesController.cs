using Matchmaking.Core.Common;
using Matchmaking.Core.Matching.SavedSearches;
using Matchmaking.Web.Features.Shared;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Matching.SavedSearches;

/// <summary>Questions that a person asks again and again. Saving one takes the conditions from the address, as their page has them.</summary>
[Authorize(Policies.Company)]
[Route("saved-searches")]
public sealed class SavedSearchesController(IStringLocalizer<Texts> texts, ListSavedSearches list) : Controller
{
    private const string Page = "/saved-searches";

    /// <summary>Beside the notice of what is done: which one can be brought back.</summary>
    internal const string Deleted = nameof(Deleted);
    internal const string DeletedName = nameof(DeletedName);

    [HttpGet("")]
    public async Task<IActionResult> Index(Actor actor, CancellationToken cancellationToken) =>
        View(await list.ExecuteAsync(actor, cancellationToken));

    [HttpPost("partners")]
    public Task<IActionResult> SavePartners(
        PartnersFilter filter,
        SavedSearchForm form,
        Actor actor,
        [FromServices] SaveSearch save,
        CancellationToken cancellationToken
    ) => SaveAsync(SavedSearchKind.Partners, SavedQuestion.Of(filter.ToRequest()), form, actor, save, cancellationToken);

    [HttpPost("search")]
    public Task<IActionResult> SaveSearch(
        SearchFilter filter,
        SavedSearchForm form,
        Actor actor,
        [FromServices] SaveSearch save,
        CancellationToken cancellationToken
    ) => SaveAsync(SavedSearchKind.Search, SavedQuestion.Of(filter.ToRequest()), form, actor, save, cancellationToken);

    /// <summary>On to the answer. Opened from a mail as well; it changes only what counts as new for the reader.</summary>
    [HttpGet("{id}")]
    [ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
    public async Task<IActionResult> Run(
        SavedSearchId id,
        Actor actor,
        [FromServices] RunSavedSearch run,
        CancellationToken cancellationToken
    )
    {
        var running = await run.ExecuteAsync(id, actor, cancellationToken);
        return this.Answer(
            running,
            () => LocalRedirect(SavedSearchAddress.Of(running.Value.Kind, running.Value.Question, running.Value.Id)),
            NotFound
        );
    }

    [HttpPost("{id}")]
    public async Task<IActionResult> Change(
        SavedSearchId id,
        SavedSearchForm form,
        Actor actor,
        [FromServices] ChangeSavedSearch change,
        CancellationToken cancellationToken
    )
    {
        ModelState.Clear();
        return this.Answer(
            await change.ExecuteAsync(id, form.Name ?? string.Empty, form.Alert, actor, cancellationToken),
            () => this.Done(texts["Saved."], Page),
            () => View("Edit", new SavedSearchFormView($"{Page}/{id}", form.Name ?? string.Empty, form.Alert))
        );
    }

    [HttpPost("{id}/delete")]
    public async Task<IActionResult> Delete(
        SavedSearchId id,
        Actor actor,
        [FromServices] DeleteSavedSearch delete,
        CancellationToken cancellationToken
    )
    {
        var deleted = await delete.ExecuteAsync(id, actor, cancellationToken);
        if (deleted.Succeeded)
        {
            TempData[Deleted] = id.ToString();
            TempData[DeletedName] = deleted.Value;
        }

        return await BackAsync(deleted, () => LocalRedirect(Page), actor, cancellationToken);
    }

    [HttpPost("{id}/restore")]
    public async Task<IActionResult> Restore(
        SavedSearchId id,
        Actor actor,
        [FromServices] RestoreSavedSearch restore,
        CancellationToken cancellationToken
    ) =>
        await BackAsync(
            await restore.ExecuteAsync(id, actor, cancellationToken),
            () => this.Done(texts["It is back."], Page),
            actor,
            cancellationToken
        );

    private async Task<IActionResult> SaveAsync(
        SavedSearchKind kind,
        SavedQuestion question,
        SavedSearchForm form,
        Actor actor,
        SaveSearch save,
        CancellationToken cancellationToken
    )
    {
        ModelState.Clear();
        var address = SavedSearchAddress.Of(kind, question);
        var name = form.Name ?? string.Empty;
        return this.Answer(
            await save.ExecuteAsync(kind, question, name, form.Alert, actor, cancellationToken),
            () => this.Done(texts["Saved as “{0}”.", name.Trim()], address),
            () => View("Edit", new SavedSearchFormView(Page + address, name, form.Alert))
        );
    }

    /// <summary>A refusal is told on the list as it stands now.</summary>
    private async Task<IActionResult> BackAsync(Result result, Func<IActionResult> ok, Actor actor, CancellationToken cancellationToken)
    {
        var rows = result.Succeeded ? [] : await list.ExecuteAsync(actor, cancellationToken);
        return this.Answer(result, ok, () => View("Index", rows));
    }
}

public sealed class SavedSearchForm
{
    public string? Name { get; set; }

    public SavedSearchAlert Alert { get; set; }
}

/// <param name="Mark">Keeps the ids of several such forms on one page apart.</param>
public sealed record SavedSearchFormView(string Action, string Name, SavedSearchAlert Alert, string Mark = "");
