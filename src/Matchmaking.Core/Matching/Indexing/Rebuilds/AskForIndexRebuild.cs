using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Matching.Indexing.Rebuilds;

/// <summary>Orders a rebuild, or the end of one; a node takes it up within seconds.</summary>
public sealed class AskForIndexRebuild(AppDbContext db, TimeProvider clock)
{
    /// <summary>The subject of the audit entries.</summary>
    private const string Subject = "partner-index";

    /// <returns>False when one is open already.</returns>
    public async Task<bool> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is not null)
        {
            return false;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var rebuild = new IndexRebuild { AskedAt = now, AskedBy = actor.Name };
        db.AddRange(rebuild, AuditEntry.Of(actor, AuditActions.IndexRebuildAsked, rebuild.Id, Subject, now));
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>The index that is searched stays as it is.</summary>
    /// <returns>False when none is open.</returns>
    public async Task<bool> CancelAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is not { } rebuild)
        {
            return false;
        }

        rebuild.IsCancelAsked = true;
        db.Add(AuditEntry.Of(actor, AuditActions.IndexRebuildCancelled, rebuild.Id, Subject, clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    private Task<IndexRebuild?> OpenAsync(CancellationToken cancellationToken) =>
        db.Set<IndexRebuild>()
            .Where(rebuild => rebuild.State == IndexRebuildState.Asked || rebuild.State == IndexRebuildState.Running)
            .OrderBy(rebuild => rebuild.AskedAt)
            .FirstOrDefaultAsync(cancellationToken);
}
