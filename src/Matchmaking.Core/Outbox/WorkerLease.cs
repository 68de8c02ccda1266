namespace Matchmaking.Core.Outbox;

/// <summary>Lets one node at a time do a kind of work. The epoch rises with each change of holder.</summary>
public sealed class WorkerLease
{
    public required string Name { get; init; }

    /// <summary>Empty when nobody holds it.</summary>
    public required string Holder { get; set; }

    public long Epoch { get; set; }

    /// <summary>By the holder's clock, for people; other nodes see only that it changes.</summary>
    public DateTime ExpiresAt { get; set; }
}
