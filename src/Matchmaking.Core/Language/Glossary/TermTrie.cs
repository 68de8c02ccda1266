namespace Matchmaking.Core.Language.Glossary;

/// <summary>
/// All terms as paths of unit numbers from the root, node 0. Nodes are numbered by their distance from the root, so that those that most
/// texts pass lie close together in memory: a text asks for one or two nodes at each of its characters.
/// </summary>
internal sealed class TermTrie
{
    /// <summary>Up to so many units are looked through one by one.</summary>
    private const int Few = 8;

    /// <summary>By node, and one more: where its units begin.</summary>
    private readonly int[] starts;

    /// <summary>Rising for each node. A unit leads to the node of its own place in this array, plus one.</summary>
    private readonly int[] units;

    private readonly TermMeaning[]?[] meanings;

    /// <summary>Where the root leads, by character; nearly all units of a text are one.</summary>
    private readonly int[] first = new int[char.MaxValue + 1];

    private TermTrie(int[] starts, int[] units, TermMeaning[]?[] meanings)
    {
        this.starts = starts;
        this.units = units;
        this.meanings = meanings;
        for (var unit = 0; unit < first.Length; unit++)
        {
            first[unit] = Find(0, unit);
        }
    }

    /// <summary>−1 when no term goes on so.</summary>
    public int Next(int node, int unit) =>
        unit < 0 ? -1
        : node == 0 && unit < first.Length ? first[unit]
        : Find(node, unit);

    /// <summary>Null when no term ends here.</summary>
    public TermMeaning[]? MeaningsAt(int node) => meanings[node];

    private int Find(int node, int unit)
    {
        var start = starts[node];
        var of = units.AsSpan(start, starts[node + 1] - start);
        var place = of.Length <= Few ? of.IndexOf(unit) : of.BinarySearch(unit);
        return place < 0 ? -1 : start + place + 1;
    }

    internal sealed class Builder
    {
        private const int UnitBits = 24;

        private readonly Dictionary<long, int> edges = new(capacity: 200_000);
        private readonly List<TermMeaning[]?> meanings = [null];

        /// <summary>Concepts come first; goods of the same term are left out then.</summary>
        public void Add(List<TextUnit> term, TermMeaning meaning)
        {
            var node = 0;
            foreach (var unit in term)
            {
                var edge = ((long)node << UnitBits) | (uint)unit.Id;
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

        public TermTrie Build()
        {
            var (edges, nodes) = (this.edges.Keys.ToArray(), this.edges.Values.ToArray());
            Array.Sort(edges, nodes);
            var (starts, units) = (new int[meanings.Count + 1], new int[edges.Length]);
            var order = new List<int>(meanings.Count) { 0 };
            for (var place = 0; place < order.Count; place++)
            {
                starts[place] = order.Count - 1;
                var parent = (long)order[place] << UnitBits;
                var edge = Array.BinarySearch(edges, parent);
                for (edge = edge < 0 ? ~edge : edge; edge < edges.Length && edges[edge] >> UnitBits == order[place]; edge++)
                {
                    units[order.Count - 1] = (int)(edges[edge] - parent);
                    order.Add(nodes[edge]);
                }
            }

            starts[^1] = units.Length;
            return new TermTrie(starts, units, [.. order.Select(node => meanings[node])]);
        }
    }
}

/// <param name="Concept">Its place in the glossary, or behind it.</param>
/// <param name="IsAcronym">A few capitals, which in small letters may be any word: IT, SAM, COP.</param>
/// <param name="IsGoods">Of the index of goods.</param>
internal readonly record struct TermMeaning(int Concept, bool IsAmbiguous, bool IsAcronym, bool IsGoods);
