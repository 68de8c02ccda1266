using Matchmaking.Core.Outbox;
using Matchmaking.Web.Features.Shared;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Admin;

/// <summary>What still waits to be worked off, and what was given up with its error.</summary>
[Route("admin/outbox")]
[Authorize(Policies.Administrator)]
public sealed class OutboxController(IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index([FromServices] ShowOutbox show, CancellationToken cancellationToken) =>
        View("Outbox", await show.ExecuteAsync(cancellationToken));

    [HttpPost("{id:guid}/retry")]
    public async Task<IActionResult> Retry(Guid id, [FromServices] RetryMessage retry, CancellationToken cancellationToken) =>
        await retry.ExecuteAsync(id, cancellationToken) ? this.Done(texts["It is tried again now."], "/admin/outbox") : NotFound();
}
