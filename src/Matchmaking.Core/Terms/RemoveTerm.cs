using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Terms;

/// <summary>The words count no longer; the entry can be brought back.</summary>
public sealed class RemoveTerm(AppDbContext db, SaveTerms save, TimeProvider clock)
{
    /// <returns>The entry's first term.</returns>
    public async Task<Result<string>> ExecuteAsync(TermEntryId id, Actor actor, CancellationToken cancellationToken)
    {
        var entry = actor.MayTeach()
            ? await db.Set<TermEntry>().SingleOrDefaultAsync(entry => entry.Id == id && entry.RemovedAt == null, cancellationToken)
            : null;
        if (entry is null)
        {
            return Error.NotFound;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        entry.Remove(actor.UserId, now);
        save.Audit(AuditActions.TermRemoved, entry, actor, now);
        var saved = await save.ExecuteAsync(cancellationToken);
        return saved.Succeeded ? entry.Content.Terms.FirstOrDefault(entry.Concept) : Result<string>.Failure(saved.Errors);
    }
}

public sealed class RestoreTerm(AppDbContext db, SaveTerms save, TimeProvider clock)
{
    public async Task<Result> ExecuteAsync(TermEntryId id, Actor actor, CancellationToken cancellationToken)
    {
        var entry = actor.MayTeach() ? await db.Set<TermEntry>().SingleOrDefaultAsync(entry => entry.Id == id, cancellationToken) : null;
        if (entry is null)
        {
            return Error.NotFound;
        }

        if (entry.RemovedAt is null)
        {
            return Result.Success;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        entry.Restore(actor.UserId, now);
        save.Audit(AuditActions.TermRestored, entry, actor, now);
        return await save.ExecuteAsync(cancellationToken);
    }
}
