namespace Matchmaking.Core.Outbox;

/// <summary>Acts on events at least once and in any order: re-reads the present state, and can be repeated without harm.</summary>
public interface IOutboxHandler
{
    /// <summary>Throws when the work could not be done; it is tried again later.</summary>
    Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken);

    /// <summary>Makes the work of a whole batch durable, before its messages count as processed.</summary>
    Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
