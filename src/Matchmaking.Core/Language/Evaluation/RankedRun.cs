namespace Matchmaking.Core.Language.Evaluation;

/// <summary>What a ranking answered: for each query its candidates, best first.</summary>
public sealed class RankedRun
{
    private readonly Dictionary<string, List<string>> rankings;

    private RankedRun(IEnumerable<IGrouping<string, RankedCandidate>> sorted) =>
        rankings = sorted.ToDictionary(query => query.Key, query => query.Select(row => row.Candidate).ToList());

    public IReadOnlyCollection<string> Queries => rankings.Keys;

    /// <summary>As files of <c>rank</c> mean it: the rank counts, whatever the score.</summary>
    public static RankedRun ByRank(IEnumerable<RankedCandidate> rows) => new(rows.OrderBy(row => row.Rank).GroupBy(row => row.Query));

    /// <summary>As TREC means it: the score counts. Equal scores keep the order of their ranks.</summary>
    public static RankedRun ByScore(IEnumerable<RankedCandidate> rows) =>
        new(rows.OrderByDescending(row => row.Score).ThenBy(row => row.Rank).GroupBy(row => row.Query));

    /// <returns>Null for a query that the run does not answer.</returns>
    public IReadOnlyList<string>? For(string query) => rankings.GetValueOrDefault(query);
}

public sealed record RankedCandidate(string Query, string Candidate, int Rank, double Score);
