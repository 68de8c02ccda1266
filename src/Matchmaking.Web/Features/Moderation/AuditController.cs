using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;
using Microsoft.AspNetCore.Mvc;

namespace Matchmaking.Web.Features.Moderation;

/// <summary>The audit trail, for agencies and the administrator.</summary>
public sealed class AuditController : Controller
{
    [HttpGet("/audit")]
    public async Task<IActionResult> Index(
        string? act,
        string? q,
        int? page,
        Actor actor,
        [FromServices] ListAuditEntries list,
        CancellationToken cancellationToken
    )
    {
        if (actor.AgencyId is null && !actor.IsAdministrator)
        {
            return NotFound();
        }

        var text = q is { Length: > 100 } ? q[..100] : q;
        var entries = await list.ExecuteAsync(act, text, Math.Clamp(page ?? 1, 1, 10_000), actor, cancellationToken);
        return View("Audit", new AuditModel(entries, act, text));
    }
}

public sealed record AuditModel(Page<AuditEntry> Entries, string? Act, string? Text);
