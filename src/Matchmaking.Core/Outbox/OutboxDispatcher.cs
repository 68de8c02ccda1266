using System.Diagnostics;
using System.Linq.Expressions;
using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Matchmaking.Core.Outbox;

/// <summary>
/// Takes due messages to their handlers, at least once. Each handler is served apart, under a lease of its own, so that a slow
/// mail server never holds up the index.
/// </summary>
public sealed class OutboxDispatcher(
    IServiceScopeFactory scopes,
    IEnumerable<OutboxRoute> routes,
    WorkerLeases leases,
    TimeProvider clock,
    ILogger<OutboxDispatcher> logger
)
{
    private const int BatchSize = 200;
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    private readonly Dictionary<string, OutboxRoute> routesByHandler = routes.ToDictionary(route => route.Handler);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>
    /// Handlers of this node that have work. Rows of a handler unknown here wait for a node that has it (during an update, say).
    /// </summary>
    public async Task<IReadOnlyList<string>> DueHandlersAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var due = await db.OutboxMessages.Where(IsDue(Now)).Select(message => message.Handler).Distinct().ToListAsync(cancellationToken);
        return due.FindAll(routesByHandler.ContainsKey);
    }

    /// <summary>Works off what is due for the handler. Does nothing while another node does it.</summary>
    public async Task DispatchAsync(string handler, CancellationToken cancellationToken)
    {
        await using var lease = await leases.TryAcquireAsync($"outbox:{handler}", cancellationToken);
        if (lease is null)
        {
            return;
        }

        using var working = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lease.Lost);
        try
        {
            while (await DispatchBatchAsync(routesByHandler[handler], working.Token))
            {
                // Until nothing is due.
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning("The lease of the outbox handler {Handler} was lost; its batch will be repeated.", handler);
        }
    }

    public async Task PruneAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var before = Now - Kept;
        await db.OutboxMessages.Where(message => message.ProcessedAt < before).ExecuteDeleteAsync(cancellationToken);
    }

    private static Expression<Func<OutboxMessage, bool>> IsDue(DateTime now) =>
        message => message.ProcessedAt == null && message.NotBefore <= now && message.Attempts < OutboxMessage.AttemptLimit;

    private async Task<bool> DispatchBatchAsync(OutboxRoute route, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var due = await db
            .OutboxMessages.Where(IsDue(Now))
            .Where(message => message.Handler == route.Handler)
            .OrderBy(message => message.NotBefore)
            .Take(BatchSize)
            .ToListAsync(cancellationToken);
        if (due.Count == 0)
        {
            return false;
        }

        using var activity = Telemetry.Activities.StartActivity($"outbox {route.Handler}", ActivityKind.Consumer);
        activity?.SetTag("messages", due.Count);
        var handled = new List<OutboxMessage>();
        // Equal messages ask for the same work: the handler reads the present state.
        foreach (var equal in due.GroupBy(message => (message.Kind, message.Payload)))
        {
            if (await TryAsync(route, equal, handler => handler.HandleAsync(equal.First(), cancellationToken), cancellationToken))
            {
                handled.AddRange(equal);
            }
        }

        if (handled.Count > 0 && await TryAsync(route, handled, handler => handler.FlushAsync(cancellationToken), cancellationToken))
        {
            handled.ForEach(message => message.ProcessedAt = Now);
        }

        Measure(due);

        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    private static void Measure(List<OutboxMessage> messages)
    {
        foreach (var message in messages)
        {
            var handler = KeyValuePair.Create<string, object?>(OutboxFigures.HandlerTag, message.Handler);
            if (message.ProcessedAt is { } done)
            {
                OutboxFigures.Lag.Record(Math.Max(0, (done - message.CreatedAt).TotalSeconds), handler);
            }
            else
            {
                OutboxFigures.Failures.Add(1, handler);
            }
        }
    }

    private async Task<bool> TryAsync(
        OutboxRoute route,
        IEnumerable<OutboxMessage> messages,
        Func<IOutboxHandler, Task> work,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await work((IOutboxHandler)scope.ServiceProvider.GetRequiredService(route.HandlerType));
            return true;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            foreach (var message in messages)
            {
                Postpone(message, exception);
            }

            return false;
        }
    }

    private void Postpone(OutboxMessage message, Exception exception)
    {
        message.Attempts++;
        message.LastError = exception.ToString() is { Length: > OutboxMessage.ErrorLimit } text
            ? text[..OutboxMessage.ErrorLimit]
            : exception.ToString();
        var delay = TimeSpan.FromSeconds(Math.Pow(2, message.Attempts));
        message.NotBefore = Now + (delay < LongestDelay ? delay : LongestDelay);
        logger.Log(
            message.IsParked ? LogLevel.Error : LogLevel.Warning,
            exception,
            "Attempt {Attempt} of {Handler} on {Kind} {Payload} failed.",
            message.Attempts,
            message.Handler,
            message.Kind,
            message.Payload
        );
    }
}
