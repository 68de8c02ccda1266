namespace Matchmaking.Core.Language.Glossary;

/// <summary>All terms as paths of unit numbers from the root, node 0.</summary>
internal sealed class TermTrie
{
    private const int UnitBits = 24;

    private readonly Dictionary<long, int> edges = new(capacity: 200_000);
    private readonly List<TermMeaning[]?> meanings = [null];

    /// <summary>−1 when no term goes on so.</summary>
    public int Next(int node, int unit) => unit >= 0 && edges.TryGetValue(Edge(node, unit), out var next) ? next : -1;

    /// <summary>Null when no term ends here.</summary>
    public TermMeaning[]? MeaningsAt(int node) => meanings[node];

    /// <summary>Concepts come first; goods of the same term are left out then.</summary>
    public void Add(List<TextUnit> units, TermMeaning meaning)
    {
        var node = 0;
        foreach (var unit in units)
        {
            var edge = Edge(node, unit.Id);
            if (!edges.TryGetValue(edge, out node))
            {
                edges.Add(edge, node = meanings.Count);
                meanings.Add(null);
            }
        }

        var known = meanings[node];
        if (known is null)
        {
            meanings[node] = [meaning];
        }
        else if (meaning.IsGoods == known[0].IsGoods && !Array.Exists(known, other => other.Concept == meaning.Concept))
        {
            meanings[node] = [.. known, meaning];
        }
    }

    private static long Edge(int node, int unit) => ((long)node << UnitBits) | (uint)unit;
}

/// <param name="Concept">Its place in the glossary, or behind it.</param>
/// <param name="IsAcronym">A few capitals, which in small letters may be any word: IT, SAM, COP.</param>
/// <param name="IsGoods">Of the index of goods.</param>
internal readonly record struct TermMeaning(int Concept, bool IsAmbiguous, bool IsAcronym, bool IsGoods);
