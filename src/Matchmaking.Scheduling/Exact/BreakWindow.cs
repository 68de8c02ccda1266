using Google.OrTools.Sat;
using Matchmaking.Scheduling.Model;

namespace Matchmaking.Scheduling.Exact;

/// <param name="Most">No participant has more breaks.</param>
/// <param name="HighestFloor">The rule on the difference may put its window as high as this; 0 where that is known to be too many breaks.</param>
internal sealed record BreakLimits(int Most, int HighestFloor);

/// <summary>All break counts lie between a floor and the floor plus the difference that is allowed.</summary>
internal sealed class BreakWindow
{
    private readonly CpModel model;
    private readonly int difference;
    private readonly bool isRule;

    public BreakWindow(CpModel model, CompiledProblem problem, BreakLimits limits)
    {
        this.model = model;
        isRule = problem.Difference is not null;
        difference = problem.Difference ?? 0;
        Most = isRule ? Math.Min(limits.Most, limits.HighestFloor + difference) : limits.Most;
        Floor = isRule && limits.HighestFloor > 0 ? model.NewIntVar(0, limits.HighestFloor, string.Empty) : null;
    }

    public int Most { get; }

    /// <summary>Null when it is 0.</summary>
    public IntVar? Floor { get; }

    public void Add(int breaks) => Add(LinearExpr.Constant(breaks));

    public void Add(LinearExpr breaks)
    {
        if (Floor is not null)
        {
            model.Add(breaks >= Floor);
            model.Add(breaks <= Floor + difference);
        }
        else if (isRule)
        {
            model.Add(breaks <= difference);
        }
    }
}
