using System.ComponentModel.DataAnnotations;
using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Web.Features.Shared;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Expos;

[Authorize(Policies.Agency)]
[Route("organise/{id}/tables")]
public sealed class ExpoTablesController(IStringLocalizer<Texts> texts, ReadExpo read) : Controller
{
    private const string Page = "Tables";

    [HttpGet("")]
    public async Task<IActionResult> Index(ExpoId id, Actor actor, CancellationToken cancellationToken)
    {
        var expo = await read.ExecuteAsync(id, actor, cancellationToken);
        return expo.Succeeded ? View(Page, new TablesPage(expo.Value, new TableForm())) : NotFound();
    }

    [HttpPost("")]
    public async Task<IActionResult> Add(
        ExpoId id,
        TableForm form,
        Actor actor,
        [FromServices] AddTables add,
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
            return this.Invalid(Page, new TablesPage(expo.Value, form));
        }

        var added = await add.ExecuteAsync(id, form.Prefix ?? string.Empty, form.First, form.Count, actor, cancellationToken);
        return this.Answer(
            added,
            () => this.Done(texts["The tables are there."], $"/organise/{id}/tables"),
            () => View(Page, new TablesPage(expo.Value, form))
        );
    }
}

public sealed record TablesPage(Expo Expo, TableForm Form);

public sealed class TableForm
{
    [StringLength(8)]
    public string? Prefix { get; set; }

    [Range(0, 9999)]
    public int First { get; set; } = 1;

    [Range(1, Expo.TableLimit)]
    public int Count { get; set; } = 20;
}
