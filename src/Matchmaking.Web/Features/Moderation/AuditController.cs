using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies.Agencies;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Web.Localization;
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
        [FromServices] NameExpos expos,
        [FromServices] NameFirms firms,
        CancellationToken cancellationToken
    )
    {
        if (actor.AgencyId is null && !actor.IsAdministrator)
        {
            return NotFound();
        }

        var text = q is { Length: > 100 } ? q[..100] : q;
        IReadOnlyList<Guid> called = string.IsNullOrWhiteSpace(text) ? [] : await expos.CalledAsync(text.Trim(), cancellationToken);
        var entries = await list.ExecuteAsync(act, text, called, Math.Clamp(page ?? 1, 1, 10_000), actor, cancellationToken);
        var names = await expos.ExecuteAsync(entries.Items.Select(entry => entry.SubjectId), cancellationToken);
        var known = await firms.ExecuteAsync(entries.Items.SelectMany(entry => AuditedFirm.In(entry.Detail)), cancellationToken);
        return View("Audit", new AuditModel(entries, names, known, act, text));
    }
}

/// <param name="Expos">Names of those that entries are about, by id.</param>
/// <param name="Firms">Present names of those that details name.</param>
public sealed record AuditModel(
    Page<AuditEntry> Entries,
    IReadOnlyDictionary<Guid, LocalizedText> Expos,
    IReadOnlyDictionary<CompanyId, LocalizedText> Firms,
    string? Act,
    string? Text
)
{
    /// <summary>An expo by its name in the reader's language; anything else in the words of that day.</summary>
    public string Subject(AuditEntry entry) =>
        Expos.TryGetValue(entry.SubjectId, out var names) ? names.For(ReaderLanguage.Current) : entry.Subject;

    /// <summary>The details with firms by their names in the reader's language.</summary>
    public string? Detail(AuditEntry entry) => entry.Detail is null ? null : AuditedFirm.Read(entry.Detail, Firms, ReaderLanguage.Current);
}
