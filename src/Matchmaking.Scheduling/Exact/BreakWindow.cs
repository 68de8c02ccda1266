using Google.OrTools.Sat;
using Matchmaking.Scheduling.Model;

namespace Matchmaking.Scheduling.Exact;

/// <param name="Most">None of those whose breaks are limited has more.</param>
/// <param name="LowestFloor">The window of break counts that the rule on their difference allows begins here</param>
/// <param name="HighestFloor">or somewhere up to here.</param>
/// <param name="Limited">Participants whose breaks are limited, and so modelled at all; everybody when null.</param>
internal sealed record BreakLimits(int Most, int LowestFloor, int HighestFloor, IReadOnlySet<int>? Limited = null);

/// <summary>All break counts lie between a floor and the floor plus the difference that is allowed.</summary>
internal sealed class BreakWindow
{
    private readonly CpModel model;
    private readonly int difference;
    private readonly bool isRule;
    private readonly IReadOnlySet<int>? limited;

    public BreakWindow(CpModel model, CompiledProblem problem, BreakLimits limits)
    {
        (this.model, limited) = (model, limits.Limited);
        isRule = problem.Difference is not null;
        difference = problem.Difference ?? 0;
        Most = isRule ? Math.Min(limits.Most, limits.HighestFloor + difference) : limits.Most;
        Least = isRule ? limits.LowestFloor : 0;
        Floor = isRule && limits.HighestFloor > 0 ? model.NewIntVar(limits.LowestFloor, limits.HighestFloor, string.Empty) : null;
    }

    public int Most { get; }

    public int Least { get; }

    /// <summary>Null when it is 0.</summary>
    public IntVar? Floor { get; }

    public bool Limits(int person) => limited?.Contains(person) ?? true;

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
