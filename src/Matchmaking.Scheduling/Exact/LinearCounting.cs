using Google.OrTools.Sat;

namespace Matchmaking.Scheduling.Exact;

/// <summary>By sums, which are small and which a linear relaxation understands.</summary>
internal sealed class LinearCounting(CpModel model) : Counting(model)
{
    private readonly List<IntVar> counts = [];

    /// <summary>The variables that were needed, in the order in which <see cref="IsTwice"/> was called.</summary>
    public IReadOnlyList<IntVar> Counts => counts;

    public override void Between(IReadOnlyList<ILiteral> literals, int least, int most) =>
        Model.AddLinearConstraint(LinearExpr.Sum(literals), least, most);

    public override void IsTwice(IReadOnlyList<ILiteral> doubled, IReadOnlyList<ILiteral> literals, int most)
    {
        var count = Model.NewIntVar(0, most, string.Empty);
        counts.Add(count);
        Model.Add(LinearExpr.Sum(literals) == count);
        Model.Add(LinearExpr.Sum(doubled) == 2 * count);
    }
}
