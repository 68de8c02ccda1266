namespace Matchmaking.Core.Language.Evaluation;

/// <summary>Which candidates are right for which query, and how much. Whatever is not judged counts as wrong.</summary>
public sealed class Judgements
{
    private static readonly Dictionary<string, int> None = [];

    private readonly Dictionary<string, Dictionary<string, int>> judged = [];

    /// <summary>Queries with at least one relevant candidate, in the order in which they came: the only ones that can be measured.</summary>
    public IEnumerable<string> Queries => judged.Where(query => query.Value.Values.Any(IsRelevant)).Select(query => query.Key);

    /// <summary>Queries whose candidates were all judged to be wrong.</summary>
    public int Hopeless => judged.Count - Queries.Count();

    /// <param name="relevance">0 and below = wrong; above, the more the better.</param>
    /// <returns>False when this pair is judged already; nothing is changed then.</returns>
    public bool TryAdd(string query, string candidate, int relevance)
    {
        if (!judged.TryGetValue(query, out var candidates))
        {
            judged[query] = candidates = [];
        }

        return candidates.TryAdd(candidate, relevance);
    }

    public bool Knows(string query) => judged.ContainsKey(query);

    /// <summary>The relevant candidates of a query with their grades.</summary>
    public IReadOnlyDictionary<string, int> RelevantFor(string query) =>
        judged.GetValueOrDefault(query, None).Where(candidate => IsRelevant(candidate.Value)).ToDictionary();

    private static bool IsRelevant(int relevance) => relevance > 0;
}
