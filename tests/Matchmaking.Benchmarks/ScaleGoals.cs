namespace Matchmaking.Benchmarks;

/// <summary>What is wanted of the embedded engine on two cores; null where nothing is.</summary>
/// <param name="Indexing">From texts and vectors at hand.</param>
/// <param name="Ranking">p95, for one firm.</param>
/// <param name="Core">p95, once the firm that asks has been read.</param>
internal sealed record ScaleGoals(TimeSpan? Indexing = null, TimeSpan? Ranking = null, TimeSpan? Core = null)
{
    public static ScaleGoals None { get; } = new();

    public static ScaleGoals Of(int firms) =>
        firms switch
        {
            100_000 => new ScaleGoals(Ranking: TimeSpan.FromMilliseconds(40), Core: TimeSpan.FromMilliseconds(10)),
            1_000_000 => new ScaleGoals(Indexing: TimeSpan.FromSeconds(180), Core: TimeSpan.FromMilliseconds(50)),
            _ => None,
        };
}
