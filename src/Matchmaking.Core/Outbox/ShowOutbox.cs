using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Outbox;

/// <summary>What is not done yet: given up first, then the longest waiting.</summary>
public sealed class ShowOutbox(AppDbContext db)
{
    private const int Limit = 100;

    public async Task<OutboxView> ExecuteAsync(CancellationToken cancellationToken)
    {
        var open = db.OutboxMessages.AsNoTracking().Where(message => message.ProcessedAt == null);
        var parked = await open.CountAsync(message => message.Attempts >= OutboxMessage.AttemptLimit, cancellationToken);
        return new OutboxView(
            await open.CountAsync(cancellationToken) - parked,
            parked,
            await open.OrderByDescending(message => message.Attempts)
                .ThenBy(message => message.CreatedAt)
                .Take(Limit)
                .ToListAsync(cancellationToken)
        );
    }
}

public sealed record OutboxView(int Waiting, int Parked, IReadOnlyList<OutboxMessage> Rows);
