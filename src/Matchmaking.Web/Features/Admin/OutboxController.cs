using Matchmaking.Core.Common;
using Matchmaking.Core.Outbox;
using Matchmaking.Web.Features.Shared;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Admin;

/// <summary>What still waits to be worked off, and what was given up with its error.</summary>
[Route("admin/outbox")]
[Authorize(Policies.Administrator)]
public sealed class OutboxController(IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(
        OutboxFilter filter,
        int? page,
        [FromServices] ShowOutbox show,
        [FromServices] TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var view = await show.ExecuteAsync(
            filter.Handler,
            filter.State is { } state ? state == OutboxState.GivenUp : null,
            Math.Clamp(page ?? 1, 1, 10_000),
            cancellationToken
        );
        return View("Outbox", new OutboxModel(view, filter, clock.GetUtcNow().UtcDateTime));
    }

    [HttpPost("{id:guid}/retry")]
    public async Task<IActionResult> Retry(
        Guid id,
        OutboxFilter filter,
        Actor actor,
        [FromServices] RetryMessages retry,
        CancellationToken cancellationToken
    ) => await retry.OneAsync(id, actor, cancellationToken) ? this.Done(texts["It is tried again now."], filter.Address()) : NotFound();

    [HttpPost("retry")]
    public async Task<IActionResult> RetryGivenUp(
        OutboxFilter filter,
        Actor actor,
        [FromServices] RetryMessages retry,
        CancellationToken cancellationToken
    ) =>
        this.Done(
            texts["{0} messages are tried again now.", await retry.ParkedAsync(filter.Handler, actor, cancellationToken)],
            filter.Address()
        );
}

public enum OutboxState
{
    Waiting,
    GivenUp,
}

/// <summary>Nothing is no condition.</summary>
public sealed record OutboxFilter(string? Handler, OutboxState? State)
{
    public string Address()
    {
        var query = new QueryBuilder();
        if (!string.IsNullOrEmpty(Handler))
        {
            query.Add("handler", Handler);
        }

        if (State is { } state)
        {
            query.Add("state", state.ToString());
        }

        return $"/admin/outbox{query}";
    }
}

public sealed record OutboxModel(OutboxView View, OutboxFilter Filter, DateTime Now);
