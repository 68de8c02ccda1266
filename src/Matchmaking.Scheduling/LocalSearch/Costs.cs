using Matchmaking.Scheduling.Model;

namespace Matchmaking.Scheduling.LocalSearch;

/// <summary>What a round of annealing is about; whatever counts for more stays as it is, and what counts for less decides between equals.</summary>
internal enum Phase
{
    Worth,
    Changes,
    Breaks,
}

/// <summary>What the annealing weighs against its temperature. One of what the phase is about costs 1.</summary>
internal sealed class Costs
{
    private const double ExcessCost = 3;

    /// <summary>Breaks spread evenly are better than one participant's many.</summary>
    private const double Evenness = 0.004;

    private const double Frozen = 1e4;
    private const double MinimumWorth = 1e8;
    private const double MustWorth = 1e12;

    /// <summary>Less than a break: between equals, somebody with nothing at all gets a meeting first.</summary>
    private const double FirstMeetingWorth = 0.9;

    private readonly double[] breaks;
    private readonly double[] worth;
    private readonly CompiledProblem problem;
    private readonly double changeCost;
    private readonly double minimumWorth;
    private readonly double firstWorth;

    /// <param name="floor">Where the window of allowed break counts begins.</param>
    public Costs(CompiledProblem problem, Phase phase, int floor)
    {
        this.problem = problem;
        var mean = Math.Max(1, problem.Weight.DefaultIfEmpty(1).Average(weight => (double)weight));
        var scale = problem.PlacesAll ? 0 : (phase == Phase.Worth ? 1 : Frozen) / mean;
        minimumWorth = problem.PlacesAll ? 0 : MinimumWorth;
        firstWorth = problem.PlacesAll || phase != Phase.Breaks ? 0 : FirstMeetingWorth;
        worth =
        [
            .. problem.Weight.Select(
                (weight, meeting) =>
                    (weight * scale)
                    + (
                        problem.PlacesAll ? 4
                        : problem.Must(meeting) ? MustWorth
                        : 0
                    )
            ),
        ];
        changeCost = phase switch
        {
            Phase.Worth => 0.01,
            Phase.Changes => 1,
            _ => 50,
        };
        var unit = phase == Phase.Breaks ? 1 : 1e-3;
        var limit = problem.Difference is { } difference ? difference + floor : int.MaxValue;
        breaks =
        [
            .. Enumerable
                .Range(0, problem.Positions + 1)
                .Select(count =>
                    (unit * (count + (Evenness * count * count)))
                    + (ExcessCost * (Math.Max(0, count - (double)limit) + Math.Max(0, (problem.Difference is null ? 0 : floor) - count)))
                ),
        ];
    }

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
        + (heldByB < problem.Least(problem.B[meeting]) ? minimumWorth : 0)
        + (heldByA == 0 ? firstWorth : 0)
        + (heldByB == 0 ? firstWorth : 0);
}
