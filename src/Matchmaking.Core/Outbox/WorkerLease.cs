namespace Matchmaking.Core.Outbox;

/// <summary>Lets one node at a time do a kind of work. The epoch rises with each change of holder.</summary>
public sealed class WorkerLease
{
    public required string Name { get; init; }

    public required string Holder { get; set; }

    public long Epoch { get; set; }

    public DateTime ExpiresAt { get; set; }
}
