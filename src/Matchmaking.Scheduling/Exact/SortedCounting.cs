using Google.OrTools.Sat;

namespace Matchmaking.Scheduling.Exact;

/// <summary>
/// By sorting: literals of which the one at i is true where more than i of those counted are, merged from two halves. Clauses alone can then
/// speak of "at least three of these", which is what the proofs of the fewest breaks are made of; over plain sums some of them find no end. Source: Bailleux and Boufkhad, Efficient CNF encoding of Boolean cardinality constraints, CP 2003.
/// </summary>
internal sealed class SortedCounting(CpModel model) : Counting(model)
{
    public override void Between(IReadOnlyList<ILiteral> literals, int least, int most)
    {
        var sorted = Sort(literals, Math.Min(literals.Count, most + 1));
        if (least > 0)
        {
            Model.AddBoolOr(least > sorted.Count ? [] : [sorted[least - 1]]);
        }

        if (most < sorted.Count)
        {
            Model.AddBoolOr([sorted[most].Not()]);
        }
    }

    public override void IsTwice(IReadOnlyList<ILiteral> doubled, IReadOnlyList<ILiteral> literals, int most)
    {
        var single = Sort(literals, Math.Min(literals.Count, most + 1));
        var pairs = Sort(doubled, Math.Min(doubled.Count, (2 * most) + 2));
        if (single.Count > most)
        {
            Model.AddBoolOr([single[most].Not()]);
        }

        for (var index = 0; index < Math.Max(single.Count, (pairs.Count + 1) / 2); index++)
        {
            var literal = Of(single, index);
            foreach (var pair in (ILiteral[])[Of(pairs, 2 * index), Of(pairs, (2 * index) + 1)])
            {
                Model.AddImplication(literal, pair);
                Model.AddImplication(pair, literal);
            }
        }

        ILiteral Of(IReadOnlyList<ILiteral> sorted, int index) => index < sorted.Count ? sorted[index] : Model.FalseLiteral();
    }

    private IReadOnlyList<ILiteral> Sort(IReadOnlyList<ILiteral> literals, int most)
    {
        if (literals.Count <= 1)
        {
            return literals;
        }

        var (low, high) = (Sort([.. literals.Take(literals.Count / 2)], most), Sort([.. literals.Skip(literals.Count / 2)], most));
        var sorted = new ILiteral[Math.Min(most, low.Count + high.Count)];
        for (var index = 0; index < sorted.Length; index++)
        {
            sorted[index] = Model.NewBoolVar(string.Empty);
        }

        for (var below = 0; below <= low.Count; below++)
        {
            for (var above = 0; above <= high.Count; above++)
            {
                Merge(low, below, high, above, sorted);
            }
        }

        return sorted;
    }

    /// <summary>At least this many of both halves are at least that many together, and not more of either are not more together.</summary>
    private void Merge(IReadOnlyList<ILiteral> low, int below, IReadOnlyList<ILiteral> high, int above, ILiteral[] sorted)
    {
        var together = below + above;
        var clause = new List<ILiteral>(3);
        if (together > 0)
        {
            Add(
                below > 0 ? low[below - 1].Not() : null,
                above > 0 ? high[above - 1].Not() : null,
                sorted[Math.Min(together, sorted.Length) - 1]
            );
        }

        if (together < sorted.Length)
        {
            Add(below < low.Count ? low[below] : null, above < high.Count ? high[above] : null, sorted[together].Not());
        }

        void Add(params ILiteral?[] literals)
        {
            clause.Clear();
            clause.AddRange(literals.OfType<ILiteral>());
            Model.AddBoolOr(clause);
        }
    }
}
