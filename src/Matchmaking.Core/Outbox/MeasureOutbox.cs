using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Matchmaking.Core.Outbox;

/// <summary>Records how much waits for each handler. All nodes measure the same database, so their figures are no parts of a sum.</summary>
public sealed class MeasureOutbox(IServiceScopeFactory scopes, IEnumerable<OutboxRoute> routes, TimeProvider clock)
{
    /// <summary>Those of other versions too, once they were seen: a gauge keeps its last value until it is told another.</summary>
    private readonly HashSet<string> handlers = [.. routes.Select(route => route.Handler)];

    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var open = scope.ServiceProvider.GetRequiredService<AppDbContext>().OutboxMessages.Where(message => message.ProcessedAt == null);
        var now = clock.GetUtcNow().UtcDateTime;
        var waiting = await open.Where(message => message.Attempts < OutboxMessage.AttemptLimit)
            .GroupBy(message => message.Handler)
            .Select(group => new
            {
                Handler = group.Key,
                Count = group.Count(),
                // Some are written long before they are due.
                Oldest = group.Min(message => message.Attempts == 0 ? message.NotBefore : message.CreatedAt),
            })
            .ToDictionaryAsync(group => group.Handler, cancellationToken);
        var parked = await open.Where(message => message.Attempts >= OutboxMessage.AttemptLimit)
            .GroupBy(message => message.Handler)
            .Select(group => new { Handler = group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Handler, group => group.Count, cancellationToken);
        handlers.UnionWith(waiting.Keys);
        handlers.UnionWith(parked.Keys);
        foreach (var handler in handlers)
        {
            var tag = KeyValuePair.Create<string, object?>(OutboxFigures.HandlerTag, handler);
            var mine = waiting.GetValueOrDefault(handler);
            OutboxFigures.Depth.Record(mine?.Count ?? 0, tag);
            OutboxFigures.Oldest.Record(mine is null ? 0 : Math.Max(0, (now - mine.Oldest).TotalSeconds), tag);
            OutboxFigures.Parked.Record(parked.GetValueOrDefault(handler), tag);
        }
    }
}
