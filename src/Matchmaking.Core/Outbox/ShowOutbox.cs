using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Outbox;

/// <summary>What is not done yet: given up first, then the longest waiting.</summary>
public sealed class ShowOutbox(AppDbContext db, IEnumerable<OutboxRoute> routes)
{
    public const int PageSize = 50;

    /// <param name="handler">Null for all.</param>
    /// <param name="parked">Given up or still waiting; null for both.</param>
    public async Task<OutboxView> ExecuteAsync(string? handler, bool? parked, int page, CancellationToken cancellationToken)
    {
        var open = db.OutboxMessages.AsNoTracking().Where(message => message.ProcessedAt == null);
        var counts = await open.GroupBy(message => new { message.Handler, IsParked = message.Attempts >= OutboxMessage.AttemptLimit })
            .Select(group => new
            {
                group.Key.Handler,
                group.Key.IsParked,
                Count = group.Count(),
                Oldest = group.Min(message => message.CreatedAt),
            })
            .ToListAsync(cancellationToken);
        var shown = counts.FindAll(group => (handler ?? group.Handler) == group.Handler && (parked ?? group.IsParked) == group.IsParked);
        var rows = open.Where(message => handler == null || message.Handler == handler);
        if (parked is not null)
        {
            rows = rows.Where(message => message.Attempts >= OutboxMessage.AttemptLimit == parked);
        }

        return new OutboxView(
            counts.Where(group => !group.IsParked).Sum(group => group.Count),
            counts.Where(group => group.IsParked).Sum(group => group.Count),
            counts.Where(group => !group.IsParked).Min(group => (DateTime?)group.Oldest),
            [
                .. routes
                    .Select(route => route.Handler)
                    .Concat(counts.Select(group => group.Handler))
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ],
            new Page<OutboxMessage>(
                await rows.OrderByDescending(message => message.Attempts >= OutboxMessage.AttemptLimit)
                    .ThenBy(message => message.CreatedAt)
                    .ThenBy(message => message.Id)
                    .Skip((page - 1) * PageSize)
                    .Take(PageSize)
                    .ToListAsync(cancellationToken),
                page,
                PageSize,
                shown.Sum(group => group.Count)
            )
        );
    }
}

/// <param name="OldestWaiting">When the oldest that still waits was written.</param>
/// <param name="Handlers">Those of this version, and those of others that have something open.</param>
public sealed record OutboxView(int Waiting, int Parked, DateTime? OldestWaiting, IReadOnlyList<string> Handlers, Page<OutboxMessage> Rows);
