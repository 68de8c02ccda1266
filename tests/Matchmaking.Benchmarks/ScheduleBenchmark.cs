using System.Diagnostics;
using Matchmaking.Core.Expos;
using Matchmaking.Scheduling;
using Microsoft.Extensions.DependencyInjection;

namespace Matchmaking.Benchmarks;

/// <summary>Fairs of four sizes, and what the plainest ways of scheduling make of the same fairs in the same run.</summary>
internal static class ScheduleBenchmark
{
    private const int Seed = 1;
    private const double SecondsForBrokerage = 10;

    /// <summary>Firms, meetings asked for, slots and tables, as brokerage events have them.</summary>
    private static readonly (int Firms, int Meetings, int Slots, int Tables)[] Brokerages =
    [
        (42, 125, 8, 21),
        (47, 180, 10, 21),
        (60, 200, 12, 19),
        (70, 240, 14, 20),
        (78, 302, 22, 15),
        (70, 154, 21, 12),
        (50, 220, 18, 13),
        (64, 250, 16, 17),
    ];

    public static Task<IReadOnlyList<Figure>> RunAsync(BenchmarkSite site) =>
        Task.Run<IReadOnlyList<Figure>>(() => [.. Brokerage(), .. Crowd(), .. Hall(), .. Oversubscribed(), .. Repair()]);

    private static IEnumerable<Figure> Brokerage()
    {
        var runs = Brokerages
            .Select((shape, index) => FairGenerator.Brokerage(index + 1, shape.Firms, shape.Meetings, shape.Slots, shape.Tables))
            .Select(problem =>
                (Problem: problem, Ours: Solve(problem, SecondsForBrokerage), Plain: PlainModel.Solve(problem, SecondsForBrokerage))
            )
            .ToList();
        yield return new TimeFigure(
            "brokerage events: first complete timetable, slowest of eight",
            runs.Max(run => run.Ours.Complete),
            TimeSpan.FromSeconds(1)
        );
        yield return new ShareFigure(
            $"brokerage events: proven in {SecondsForBrokerage} s",
            Share(run => run.Ours.Solution.Status == ScheduleStatus.Optimal)
        );
        yield return new AmountFigure("brokerage events: breaks, all eight", runs.Sum(run => run.Ours.Solution.Breaks));
        yield return new ShareFigure("the same, plain model: proven", Share(run => run.Plain.IsProven));
        yield return new AmountFigure(
            "the same, plain model: breaks of those that it found any timetable for",
            runs.Sum(run => run.Plain.Breaks ?? 0)
        );
        yield return new ShareFigure("the same, plain model: any timetable", Share(run => run.Plain.Breaks is not null));
        yield return new ShareFigure("the same, first fit: meetings placed", runs.Average(run => FirstFit.Placed(run.Problem)));

        double Share(Func<(ScheduleProblem Problem, Run Ours, PlainModel.Result Plain), bool> holds) =>
            runs.Count(holds) / (double)runs.Count;
    }

    private static IEnumerable<Figure> Crowd()
    {
        var problem = FairGenerator.Crowd(Seed, people: 2_000, meetings: 6_012, slots: 12);
        var (short20, long60) = (Solve(problem, 20), Solve(problem, 60));
        yield return new TimeFigure("2,000 people: all 6,012 meetings placed", short20.Complete, TimeSpan.FromSeconds(1));
        yield return new MeanFigure("2,000 people: breaks a person after 20 s", Mean(problem, short20), 0.45);
        yield return new MeanFigure("2,000 people: breaks a person after 60 s", Mean(problem, long60), 0.40);
        yield return new ShareFigure("the same, first fit: meetings placed", FirstFit.Placed(problem));
        yield return new ShareFigure("the same, plain model: any timetable in 20 s", PlainModel.Solve(problem, 20).Breaks is null ? 0 : 1);
    }

    private static IEnumerable<Figure> Hall()
    {
        var problem = FairGenerator.Crowd(Seed, people: 10_000, meetings: 30_000, slots: 12);
        var run = Solve(problem, 30);
        yield return new TimeFigure("10,000 people: all 30,000 meetings placed", run.Complete, TimeSpan.FromSeconds(10));
        yield return new MeanFigure("10,000 people: breaks a person after 30 s", Mean(problem, run));
        yield return new ShareFigure("the same, first fit: meetings placed", FirstFit.Placed(problem));
    }

    private static IEnumerable<Figure> Oversubscribed()
    {
        var problem = FairGenerator.Oversubscribed(Seed, firms: 300, tables: 40, slots: 16, interpreters: 12, wishes: 1_500);
        var solution = Solve(problem, 20).Solution;
        var placed = solution.Meetings.Select(item => item.Id).ToHashSet();
        var musts = problem.Meetings.Where(item => item.Must).ToList();
        yield return new ShareFigure(
            "300 firms, 12 interpreters: musts placed",
            musts.Count(item => placed.Contains(item.Id)) / (double)musts.Count,
            1
        );
        yield return new ShareFigure(
            "300 firms, 12 interpreters: places taken",
            placed.Count / (double)(problem.Tables.Count * problem.Slots.Count)
        );
        yield return new ShareFigure(
            "the same, first fit: places taken",
            FirstFit.Placed(problem) * problem.Meetings.Count / (problem.Tables.Count * problem.Slots.Count)
        );
    }

    private static IEnumerable<Figure> Repair()
    {
        var problem = FairGenerator.Brokerage(Seed, firms: 70, meetings: 240, slots: 14, tables: 22);
        var before = Solve(problem, 5).Solution;
        var away = problem with { Tables = [.. problem.Tables.Skip(1)] };
        var repaired = Scheduler().Solve(away, new ScheduleOptions(5, Previous: before.Meetings), CancellationToken.None);
        Require(away, repaired);
        yield return new AmountFigure(
            "a table breaks down: meetings that stood there",
            before.Meetings.Count(item => item.Table == problem.Tables[0])
        );
        yield return new AmountFigure("a table breaks down: meetings changed after 5 s", repaired.Changed);
    }

    private static double Mean(ScheduleProblem problem, Run run) => run.Solution.Breaks / (double)problem.Participants.Count;

    private static IExpoScheduler Scheduler() =>
        new ServiceCollection().AddScheduling().BuildServiceProvider().GetRequiredService<IExpoScheduler>();

    private static Run Solve(ScheduleProblem problem, double seconds)
    {
        var watch = new FirstComplete(problem.Meetings.Count);
        var solution = Scheduler().Solve(problem, new ScheduleOptions(seconds, Seed, Progress: watch), CancellationToken.None);
        Require(problem, solution);
        return new Run(solution, watch.Time ?? TimeSpan.FromSeconds(solution.Seconds));
    }

    private static void Require(ScheduleProblem problem, ScheduleSolution solution)
    {
        if (ScheduleChecker.Check(problem, solution) is [var violation, ..])
        {
            throw new InvalidOperationException($"{violation.Rule} is broken at {violation.Subject}");
        }
    }

    private sealed record Run(ScheduleSolution Solution, TimeSpan Complete);

    /// <summary>When a timetable with all meetings that keeps all rules was first told of.</summary>
    private sealed class FirstComplete(int meetings) : IProgress<ScheduleProgress>
    {
        private readonly long started = Stopwatch.GetTimestamp();

        public TimeSpan? Time { get; private set; }

        public void Report(ScheduleProgress value)
        {
            if (value.IsValid && value.Placed == meetings)
            {
                Time ??= Stopwatch.GetElapsedTime(started);
            }
        }
    }
}
