using Matchmaking.Core.Expos;
using Matchmaking.Scheduling.Engine;
using Matchmaking.Scheduling.Model;

namespace Matchmaking.Scheduling.LocalSearch;

/// <summary>Local search from the first placing to the end of the time: rounds of annealing, each longer than the one before.</summary>
internal sealed class Searcher(CompiledProblem problem, Incumbent incumbent, int seed)
{
    private const double WarmWorth = 0.5;
    private const double ColdWorth = 0.01;
    private const double HotBreaks = 0.55;
    private const double ColdBreaks = 0.1;
    private const int FirstRound = 1500;

    private readonly Timetable table = new(problem);
    private readonly FastRandom random = new((ulong)seed);

    public void Start(Effort effort)
    {
        incumbent.Tell(ScheduleActivity.Placing);
        var construction = new Construction(problem, table, random);
        construction.Fill();
        if (problem.PlacesAll)
        {
            construction.Complete(effort);
        }

        incumbent.Offer(table.Position);
    }

    /// <summary>What is placed, where not everything can be.</summary>
    public void ImproveWorth(Effort effort)
    {
        new Annealing(problem, table, new Costs(problem, aboutWorth: true), random).Run(WarmWorth, ColdWorth, effort);
        incumbent.Offer(table.Position);
    }

    /// <param name="round">Makes an effort of so many moves, or of what is left.</param>
    public void ImproveBreaks(Func<long, Effort> round, Func<bool> isOver)
    {
        var moves = (long)FirstRound * problem.Meetings;
        for (var count = 0; !isOver(); count++)
        {
            incumbent.Tell(ScheduleActivity.Improving);
            var costs = new Costs(problem, aboutWorth: false);
            table.Take(incumbent.Positions());
            new Annealing(problem, table, costs, random).Run(HotBreaks, ColdBreaks, round(moves));
            incumbent.Offer(table.Position);
            moves = Math.Min(moves * 2, (long)FirstRound * problem.Meetings * 64);
        }
    }
}
