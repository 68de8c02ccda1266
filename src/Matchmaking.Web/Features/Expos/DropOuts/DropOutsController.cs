using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.DropOuts;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Web.Features.Shared;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Expos.DropOuts;

/// <summary>Firms, tables and interpreters that drop out: what it hits is shown first, then another place is sought for it.</summary>
[Authorize(Policies.Agency)]
[Route("organise/{id}/drop-outs")]
public sealed class DropOutsController(IStringLocalizer<Texts> texts, ReadDropOuts read) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(ExpoId id, Actor actor, CancellationToken cancellationToken)
    {
        var found = await read.ExecuteAsync(id, actor, cancellationToken);
        return found.Succeeded ? View("Index", found.Value) : NotFound();
    }

    [HttpGet("preview")]
    public async Task<IActionResult> Preview(ExpoId id, [FromQuery] DropOutForm form, Actor actor, CancellationToken cancellationToken)
    {
        if (form.DropOut is not { } dropOut)
        {
            return this.Done(texts["Choose who or what is missing, and from when on."], $"/organise/{id}/drop-outs");
        }

        var preview = await read.PreviewAsync(id, dropOut, actor, cancellationToken);
        return preview.Succeeded ? View("Preview", preview.Value) : NotFound();
    }

    [HttpPost("")]
    public async Task<IActionResult> Record(
        ExpoId id,
        DropOutForm form,
        DropOutRemedy remedy,
        Actor actor,
        [FromServices] RecordDropOut record,
        CancellationToken cancellationToken
    )
    {
        if (form.DropOut is not { } dropOut || !ModelState.IsValid)
        {
            return NotFound();
        }

        var preview = await read.PreviewAsync(id, dropOut, actor, cancellationToken);
        var recorded = await record.ExecuteAsync(id, dropOut, remedy, actor, cancellationToken);
        var seeks = preview is { Succeeded: true, Value.Hits.Meetings.Count: > 0 } && remedy == DropOutRemedy.Repair;
        return this.Told(
            recorded,
            seeks
                ? texts["It is written down. Other places are being sought; nothing changes before you have looked at them."]
                : texts["It is written down."],
            seeks ? $"/organise/{id}/schedule" : $"/organise/{id}/drop-outs",
            texts
        );
    }

    [HttpPost("end")]
    public async Task<IActionResult> End(
        ExpoId id,
        DropOutForm form,
        Actor actor,
        [FromServices] EndDropOut end,
        CancellationToken cancellationToken
    ) =>
        form.Chosen is (var part, var item)
            ? this.Told(
                await end.ExecuteAsync(id, part, item, actor, cancellationToken),
                texts["There again from now on. Free places can be filled."],
                $"/organise/{id}/drop-outs",
                texts
            )
            : NotFound();
}

public sealed class DropOutForm
{
    /// <summary>A part of the expo and an id with a colon between them.</summary>
    public string? What { get; set; }

    /// <summary>Id of the first slot.</summary>
    public Guid? From { get; set; }

    public (ExpoPart Part, Guid Id)? Chosen =>
        What?.Split(':') is [var part, var text] && Enum.TryParse<ExpoPart>(part, out var kind) && Guid.TryParse(text, out var id)
            ? (kind, id)
            : null;

    public DropOut? DropOut => Chosen is (var part, var id) && From is { } from ? new DropOut(part, id, from) : null;
}
