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
    OutboxPauses pauses,
    TimeProvider clock,
    ILogger<OutboxDispatcher> logger
)
{
    private const int ReadAtOnce = 200;
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    private readonly Dictionary<string, OutboxRoute> routesByHandler = routes.ToDictionary(route => route.Handler);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>
    /// Handlers of this node that have work and are not paused. Rows of a handler unknown here wait for a node that has it (during an
    /// update, say).
    /// </summary>
    public async Task<IReadOnlyList<string>> DueHandlersAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var due = await db.OutboxMessages.Where(IsDue(Now)).Select(message => message.Handler).Distinct().ToListAsync(cancellationToken);
        pauses.Lapse(due);
        return due.FindAll(handler => routesByHandler.ContainsKey(handler) && !pauses.IsPaused(handler));
    }

    /// <summary>Works off what is due for the handler. Does nothing while another node does it, or while the handler is paused.</summary>
    /// <param name="stopping">Ends the work after the present batch, which is handled and saved: a mail that was sent is not sent again.</param>
    public async Task DispatchAsync(string handler, CancellationToken stopping)
    {
        if (pauses.IsPaused(handler))
        {
            return;
        }

        await using var lease = await leases.TryAcquireAsync($"outbox:{handler}", stopping);
        if (lease is null)
        {
            return;
        }

        try
        {
            while (await DispatchDueAsync(routesByHandler[handler], lease, stopping))
            {
                pauses.Resume(handler);
            }
        }
        catch (UnavailableException exception) when (!lease.Lost.IsCancellationRequested)
        {
            pauses.Pause(handler, exception);
        }
        catch (Exception exception) when (IsLoss(exception, lease))
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

    /// <summary>The lease is lost for certain when a save finds another holder, and in good time when it ran out.</summary>
    private static bool IsLoss(Exception exception, HeldLease lease) =>
        exception is DbUpdateConcurrencyException || (exception is OperationCanceledException && lease.Lost.IsCancellationRequested);

    private async Task<bool> DispatchDueAsync(OutboxRoute route, HeldLease lease, CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var due = await db
            .OutboxMessages.Where(IsDue(Now))
            .Where(message => message.Handler == route.Handler)
            .OrderBy(message => message.NotBefore)
            .Take(ReadAtOnce)
            .ToListAsync(stopping);
        // Equal messages ask for the same work: the handler reads the present state.
        foreach (var batch in due.GroupBy(message => (message.Kind, message.Payload)).Select(equal => equal.ToList()).Chunk(route.AtOnce))
        {
            if (stopping.IsCancellationRequested || !lease.IsCurrent)
            {
                return false;
            }

            using var activity = Telemetry.Activities.StartActivity($"outbox {route.Handler}", ActivityKind.Consumer);
            activity?.SetTag("messages", batch.Sum(equal => equal.Count));
            await HandleAsync(route, batch, lease.Lost);
            lease.Guard(db);
            await db.SaveChangesAsync(CancellationToken.None);
            OutboxFigures.Handled(batch.SelectMany(equal => equal));
        }

        return due.Count > 0;
    }

    /// <param name="batch">Equal messages together.</param>
    /// <param name="lost">Another node takes over.</param>
    private async Task HandleAsync(OutboxRoute route, List<OutboxMessage>[] batch, CancellationToken lost)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var handler = (IOutboxHandler)scope.ServiceProvider.GetRequiredService(route.HandlerType);
            var refused = await handler.HandleAsync([.. batch.Select(equal => equal[0])], lost);
            var reasons = refused.ToDictionary(message => message.Message, message => message.Reason);
            foreach (var equal in batch)
            {
                Settle(equal, reasons.GetValueOrDefault(equal[0]));
            }
        }
        catch (Exception exception) when (!lost.IsCancellationRequested && exception is not UnavailableException)
        {
            if (batch is [var single])
            {
                single.ForEach(message => Postpone(message, exception));
                return;
            }

            // One of them may be what is wrong, and the others do not wait for it.
            foreach (var equal in batch)
            {
                await HandleAsync(route, [equal], lost);
            }
        }
    }

    private void Settle(List<OutboxMessage> equal, string? refusal)
    {
        foreach (var message in equal)
        {
            if (refusal is null)
            {
                message.ProcessedAt = Now;
                continue;
            }

            message.Attempts = OutboxMessage.AttemptLimit;
            message.LastError = Short(refusal);
            logger.LogError(
                "{Handler} refused {Kind} {Payload} for good: {Reason}",
                message.Handler,
                message.Kind,
                message.Payload,
                message.LastError
            );
        }
    }

    private void Postpone(OutboxMessage message, Exception exception)
    {
        message.Attempts++;
        message.LastError = Short(exception.ToString());
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

    private static string Short(string text) => text.Length > OutboxMessage.ErrorLimit ? text[..OutboxMessage.ErrorLimit] : text;
}
