using Google.OrTools.Sat;

namespace Matchmaking.Scheduling.Exact;

/// <summary>How a model says how many of some literals are true.</summary>
internal abstract class Counting(CpModel model)
{
    protected CpModel Model { get; } = model;

    public abstract void Between(IReadOnlyList<ILiteral> literals, int least, int most);

    /// <summary>Twice as many of the first are true as of the second, of which there are at most <paramref name="most"/>.</summary>
    public abstract void IsTwice(IReadOnlyList<ILiteral> doubled, IReadOnlyList<ILiteral> literals, int most);
}
