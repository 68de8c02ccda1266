using Matchmaking.Core.Expos;
using Matchmaking.Scheduling.Engine;
using Matchmaking.Scheduling.Model;

namespace Matchmaking.Scheduling.LocalSearch;

/// <summary>Local search from the first placing to the end of the time: rounds of annealing, each longer than the one before.</summary>
internal sealed class Searcher
{
    private const double WarmWorth = 0.5;
    private const double ColdWorth = 0.01;
    private const double WarmChanges = 0.2;
    private const double ColdChanges = 0.05;
    private const double HotBreaks = 0.4;
    private const double ColdBreaks = 0.1;
    private const int Repairs = 6;
    private const int MovesToRepair = 60;
    private const int FirstRound = 1500;
    private const int LongestRound = 64;
    private const int FloorsTried = 3;

    private readonly CompiledProblem problem;
    private readonly Incumbent incumbent;
    private readonly Timetable table;
    private readonly FastRandom random;
    private readonly Construction construction;

    public Searcher(CompiledProblem problem, Incumbent incumbent, int seed)
    {
        (this.problem, this.incumbent) = (problem, incumbent);
        table = new Timetable(problem);
        random = new FastRandom((ulong)seed);
        construction = new Construction(problem, table, random);
    }

    /// <inheritdoc cref="Displacement.Contested"/>
    public IReadOnlyList<int> Contested => construction.Contested;

    public void Start(Effort effort)
    {
        incumbent.Tell(ScheduleActivity.Placing);
        construction.Fill();
        Complete(effort);
    }

    /// <summary>Places what is still without a position where all must have one, and mends what the first placing broke.</summary>
    public void Complete(Effort effort)
    {
        if (problem.PlacesAll)
        {
            construction.Complete(effort);
        }

        incumbent.Offer(table.Position);
        incumbent.Tell(ScheduleActivity.Improving);
        for (var attempt = 0; attempt < Repairs && incumbent.Best is { Homeless: 0, Excess: > 0 } && !effort.IsOver; attempt++)
        {
            var moves = Effort.OfMoves((long)MovesToRepair * problem.Meetings, effort.Cancellation);
            Run(Phase.Breaks, Floor(attempt), ColdBreaks, ColdBreaks, moves);
        }
    }

    /// <summary>What is placed, where not everything can be.</summary>
    public void ImproveWorth(Effort effort) => Run(Phase.Worth, problem.LowestFloor, WarmWorth, ColdWorth, effort);

    /// <summary>How much of what people know stays.</summary>
    public void ImproveChanges(Effort effort) => Run(Phase.Changes, problem.LowestFloor, WarmChanges, ColdChanges, effort);

    /// <param name="round">Makes an effort of about so many moves.</param>
    /// <param name="between">Done between two rounds, with an effort as large as a round.</param>
    public void ImproveBreaks(Func<long, Effort> round, Func<bool> isOver, Action<Effort>? between = null)
    {
        var shortest = (long)FirstRound * Math.Max(problem.Meetings, 20);
        var moves = shortest;
        for (var count = 0; !isOver(); count++)
        {
            Run(Phase.Breaks, Floor(count), HotBreaks, ColdBreaks, round(moves));
            if (!isOver())
            {
                between?.Invoke(round(moves));
            }

            moves = Math.Min(moves * 2, shortest * LongestRound);
        }
    }

    /// <summary>Gives who has nothing at all a meeting of somebody who has several, where that costs nothing that counts for more.</summary>
    /// <param name="round">Makes an effort of about so many moves.</param>
    public void Spread(Func<long, Effort> round) =>
        Run(Phase.Breaks, Floor(0), ColdBreaks, ColdBreaks, round((long)FirstRound * Math.Max(problem.Meetings, 20)));

    private void Run(Phase phase, int floor, double hot, double cold, Effort effort)
    {
        if (problem.Time.All.Length == 0 || problem.Meetings == 0)
        {
            return;
        }

        incumbent.Tell(ScheduleActivity.Improving);
        table.Take(incumbent.Positions());
        new Annealing(problem, table, new Costs(problem, phase, floor), random).Run(hot, cold, effort);
        incumbent.Offer(table.Position);
    }

    /// <summary>The lowest, as long as no other can lead to fewer breaks; otherwise one after the other.</summary>
    private int Floor(int round)
    {
        var best = incumbent.Best;
        var useful = best.IsValid ? (best.Breaks - 1) / Math.Max(1, problem.People) : problem.HighestFloor;
        var span = Math.Clamp(Math.Min(problem.HighestFloor, useful) - problem.LowestFloor + 1, 1, FloorsTried);
        return problem.LowestFloor + (round % span);
    }
}
