using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Auditing;

/// <summary>The audit trail, newest first: an agency sees its own people's acts and those of firms at its expos, an administrator all.</summary>
public sealed class ListAuditEntries(AppDbContext db)
{
    public const int PageSize = 50;

    /// <param name="action">One of <see cref="AuditActions"/>, or null for all.</param>
    /// <param name="text">Part of a person's name or of a title, or null.</param>
    /// <param name="subjects">Ids of what the text is meant for under other names.</param>
    public async Task<Page<AuditEntry>> ExecuteAsync(
        string? action,
        string? text,
        IReadOnlyList<Guid> subjects,
        int page,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        var entries = db.Set<AuditEntry>().AsNoTracking();
        if (!actor.IsAdministrator)
        {
            var agency = actor.AgencyId;
            entries = entries.Where(entry => agency != null && entry.AgencyId == agency);
        }

        if (AuditActions.All.Contains(action))
        {
            entries = entries.Where(entry => entry.Action == action);
        }

        if (!string.IsNullOrWhiteSpace(text))
        {
            var part = text.Trim();
            entries = entries.Where(entry =>
                entry.ActorName.Contains(part) || entry.Subject.Contains(part) || subjects.Contains(entry.SubjectId)
            );
        }

        return new Page<AuditEntry>(
            await entries
                .OrderByDescending(entry => entry.At)
                .ThenByDescending(entry => entry.Id)
                .Skip((page - 1) * PageSize)
                .Take(PageSize)
                .ToListAsync(cancellationToken),
            page,
            PageSize,
            await entries.CountAsync(cancellationToken)
        );
    }
}
