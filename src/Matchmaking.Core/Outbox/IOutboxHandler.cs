namespace Matchmaking.Core.Outbox;

/// <summary>Acts on events at least once and in any order: re-reads the present state, and can be repeated without harm.</summary>
public interface IOutboxHandler
{
    /// <summary>
    /// Does the work of all messages, durably, and names those that no repetition can help. When it throws, they are handed over again,
    /// each alone, and what fails alone is tried again later.
    /// </summary>
    /// <param name="messages">Some hundreds at most, no two of the same kind and payload.</param>
    /// <exception cref="UnavailableException">Nothing can be done just now: all of them wait, and it counts against none.</exception>
    Task<IReadOnlyList<RefusedMessage>> HandleAsync(IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken);
}

/// <summary>A message whose work is not to be tried again until somebody has looked at it.</summary>
public sealed record RefusedMessage(OutboxMessage Message, string Reason);

/// <summary>A handler that is given one message at a time, each in a scope of its own.</summary>
public abstract class OneMessageHandler : IOutboxHandler
{
    public async Task<IReadOnlyList<RefusedMessage>> HandleAsync(IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        foreach (var message in messages)
        {
            await HandleAsync(message, cancellationToken);
        }

        return [];
    }

    protected abstract Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken);
}
