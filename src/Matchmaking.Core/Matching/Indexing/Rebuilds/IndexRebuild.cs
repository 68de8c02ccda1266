namespace Matchmaking.Core.Matching.Indexing.Rebuilds;

public enum IndexRebuildState
{
    Asked,
    Running,
    Done,
    Failed,
    Cancelled,
}

/// <summary>
/// One rebuild of the search index, asked for on a page or begun by the site itself. Any node takes it up, and all nodes show how far it
/// is; a node that ends in the middle leaves it running, and the next one that gets the lease begins it anew.
/// </summary>
public sealed class IndexRebuild
{
    public const int NameLimit = 100;
    public const int ProblemLimit = 500;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public IndexRebuildState State { get; set; }

    public required DateTime AskedAt { get; init; }

    /// <summary>The name of that day; null for the site itself.</summary>
    public string? AskedBy { get; init; }

    public DateTime? StartedAt { get; set; }

    public DateTime? FinishedAt { get; set; }

    /// <summary>Firms to write, as counted at the start.</summary>
    public int Total { get; set; }

    public int Written { get; set; }

    public bool IsCancelAsked { get; set; }

    /// <summary>Firms that the engine will never take.</summary>
    public int Refused { get; set; }

    /// <summary>Why it failed, or why the first of those was refused.</summary>
    public string? Problem { get; set; }

    public bool IsOpen => State is IndexRebuildState.Asked or IndexRebuildState.Running;

    /// <summary>From 0 to 1.</summary>
    public double Share => Total == 0 ? 0 : Math.Min(1, (double)Written / Total);

    /// <summary>Null while there is too little to tell by.</summary>
    public TimeSpan? Left(DateTime now) =>
        State == IndexRebuildState.Running && StartedAt is { } started && Written > 0
            ? (now - started) * Math.Max(0, ((double)Total / Written) - 1)
            : null;

    internal void Start(int total, DateTime now)
    {
        State = IndexRebuildState.Running;
        StartedAt = now;
        FinishedAt = null;
        Problem = null;
        Total = total;
        Written = 0;
    }

    internal void End(IndexRebuildResult result, DateTime now)
    {
        State = result.State;
        FinishedAt = now;
        Written = result.Written;
        Refused = result.Rebuilt?.Refused.Count ?? 0;
        var problem = result.Failure?.Message ?? (result.Rebuilt?.Refused is [var first, ..] ? first.Reason : null);
        Problem = problem is { Length: > ProblemLimit } ? problem[..ProblemLimit] : problem;
    }
}
