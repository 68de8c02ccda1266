using Matchmaking.Scheduling.Model;

namespace Matchmaking.Scheduling.LocalSearch;

/// <summary>
/// What the annealing weighs against its temperature. One break costs 1. Worth, changes and breaks over the limit cost so much that at the
/// temperatures of a phase they are given up only where the phase is about them.
/// </summary>
internal sealed class Costs
{
    private const double ExcessCost = 3;
    private const double Evenness = 0.004;
    private const double MinimumWorth = 1e5;
    private const double MustWorth = 1e10;
    private readonly double[] breaks;
    private readonly double[] worth;
    private readonly CompiledProblem problem;
    private readonly double changeCost;
    private readonly double minimumWorth;

    /// <param name="aboutWorth">What is placed matters, and breaks only decide between equals; otherwise the other way round.</param>
    public Costs(CompiledProblem problem, bool aboutWorth)
    {
        this.problem = problem;
        var mean = Math.Max(1, problem.Weight.DefaultIfEmpty(1).Average(weight => (double)weight));
        var scale =
            problem.PlacesAll ? 0
            : aboutWorth ? 1 / mean
            : 1e3 / mean;
        minimumWorth = problem.PlacesAll ? 0 : MinimumWorth;
        worth =
        [
            .. problem.Weight.Select((weight, meeting) => (weight * scale) + (problem.Must(meeting) && !problem.PlacesAll ? MustWorth : 0)),
        ];
        changeCost = aboutWorth ? 0.05 : 50;
        var unit = aboutWorth ? 1e-3 : 1;
        var limit = problem.Difference is { } difference ? difference + Floor(problem) : int.MaxValue;
        var floor = problem.Difference is null ? 0 : Floor(problem);
        breaks =
        [
            .. Enumerable
                .Range(0, problem.Positions + 1)
                .Select(count =>
                    (unit * (count + (Evenness * count * count)))
                    + (ExcessCost * (Math.Max(0, count - (double)limit) + Math.Max(0, floor - count)))
                ),
        ];
    }

    /// <summary>Where the window of allowed break counts begins: as low as the participant that needs most breaks lets it.</summary>
    public static int Floor(CompiledProblem problem) =>
        Math.Max(0, problem.LeastBreaks.DefaultIfEmpty(0).Max() - (problem.Difference ?? 0));

    public double Breaks(int from, int delta) => breaks[from + delta] - breaks[from];

    /// <summary>Above 0 when the meeting leaves the position that people know, below when it returns.</summary>
    public double Change(int meeting, int from, int to)
    {
        var known = problem.Known[meeting];
        return known == 0 ? 0 : changeCost * ((known == from ? 1 : 0) - (known == to ? 1 : 0));
    }

    /// <summary>What one more meeting is worth to a timetable in which the participants hold so many.</summary>
    public double Worth(int meeting, int heldByA, int heldByB) =>
        worth[meeting]
        + (heldByA < problem.Least(problem.A[meeting]) ? minimumWorth : 0)
        + (heldByB < problem.Least(problem.B[meeting]) ? minimumWorth : 0);
}
