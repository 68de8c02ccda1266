namespace Matchmaking.Core.Outbox;

/// <summary>Work for one handler, written in the transaction that made it necessary.</summary>
public sealed class OutboxMessage
{
    public const int AttemptLimit = 10;
    public const int ErrorLimit = 2000;

    /// <summary>Ordered by time of creation on the node that wrote it; never used as a cursor, since commits overtake each other.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Handler { get; init; }

    public required string Kind { get; init; }

    /// <summary>Ids only: the handler reads the present state.</summary>
    public required string Payload { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required DateTime NotBefore { get; set; }

    public int Attempts { get; set; }

    public string? LastError { get; set; }

    public DateTime? ProcessedAt { get; set; }

    public bool IsParked => ProcessedAt is null && Attempts >= AttemptLimit;
}
