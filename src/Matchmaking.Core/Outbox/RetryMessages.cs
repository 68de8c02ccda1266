using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Outbox;

/// <summary>Gives failed messages all their attempts again, from now on.</summary>
public sealed class RetryMessages(AppDbContext db, TimeProvider clock)
{
    /// <returns>False when there is no such message, or it is done.</returns>
    public async Task<bool> OneAsync(Guid id, Actor actor, CancellationToken cancellationToken)
    {
        var message = await db.OutboxMessages.SingleOrDefaultAsync(row => row.Id == id && row.ProcessedAt == null, cancellationToken);
        if (message is null)
        {
            return false;
        }

        await SaveAsync([message], actor, id, $"{message.Handler} · {message.Kind}", cancellationToken);
        return true;
    }

    /// <summary>All that were given up.</summary>
    /// <param name="handler">Null for those of all handlers.</param>
    /// <returns>How many.</returns>
    public async Task<int> ParkedAsync(string? handler, Actor actor, CancellationToken cancellationToken)
    {
        var parked = await db
            .OutboxMessages.Where(row => row.ProcessedAt == null && row.Attempts >= OutboxMessage.AttemptLimit)
            .Where(row => handler == null || row.Handler == handler)
            .ToListAsync(cancellationToken);
        if (parked.Count > 0)
        {
            await SaveAsync(parked, actor, Guid.Empty, $"{handler ?? "*"} · {parked.Count}", cancellationToken);
        }

        return parked.Count;
    }

    /// <summary>Saving wakes the dispatcher.</summary>
    private Task<int> SaveAsync(
        List<OutboxMessage> messages,
        Actor actor,
        Guid subjectId,
        string subject,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var message in messages)
        {
            message.Attempts = 0;
            message.NotBefore = now;
        }

        db.Add(AuditEntry.Of(actor, AuditActions.OutboxRetried, subjectId, subject, now));
        return db.SaveChangesAsync(cancellationToken);
    }
}
