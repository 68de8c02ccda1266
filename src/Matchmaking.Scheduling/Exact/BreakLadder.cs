using Google.OrTools.Sat;
using Matchmaking.Scheduling.Engine;
using Matchmaking.Scheduling.LocalSearch;
using Matchmaking.Scheduling.Model;

namespace Matchmaking.Scheduling.Exact;

/// <summary>
/// Proves the fewest breaks by asking whether any timetable has at most so many. Upwards from what is known to be needed, "no" comes soon as long as
/// the number is too small, and the first "yes" is the answer; downwards from the best timetable, "yes" comes soon, and the first "no" is the
/// answer. Needs all meetings to be placed, and has nothing to say of changes.
/// </summary>
internal sealed class BreakLadder(CompiledProblem problem, Incumbent incumbent, bool upwards, bool deterministic) : IProver
{
    public const string Parameters = SolverRun.ByClauses + ",cp_model_presolve:false";

    /// <summary>Many short tries find a timetable sooner; to show that there is none, they forget too much.</summary>
    private const string ToFind = Parameters + ",restart_algorithms:[LUBY_RESTART]";

    /// <summary>Meetings times positions; sorting the literals of a larger model takes more time and memory than the proof is worth.</summary>
    private const int LargestModel = 8_000;

    /// <summary>Climbing by one at a time is slow where much is needed, and by many asks what is hard to answer either way.</summary>
    private const int LongestStep = 2;

    /// <summary>Whether there need be any break is mostly seen in a small model, by trying single variables before the search.</summary>
    private const string Simple = SolverRun.ByClauses;
    private const double SecondsForSimple = 2;

    private string Sorted => upwards ? Parameters : ToFind;

    public static bool CanProve(CompiledProblem problem) =>
        problem.PlacesAll && Array.TrueForAll(problem.Known, position => position == 0) && problem.Placings <= LargestModel;

    /// <summary>Participants who cannot all keep the rule on the difference of breaks, once that is proven.</summary>
    public IReadOnlyList<int> Needed { get; private set; } = [];

    public Verdict Run(double seconds, int seed, CancellationToken cancellation)
    {
        var effort = Effort.OfSeconds(seconds, cancellation);
        if (!incumbent.Best.IsValid && Ask(new Limits(null, problem.Positions)) is var found && found != Verdict.Optimal)
        {
            return found;
        }

        for (var step = 1; incumbent.Bound < incumbent.Best.Breaks; step = LongestStep)
        {
            var most = upwards ? Math.Min(incumbent.Bound + step - 1, Middle) : incumbent.Best.Breaks - 1;
            switch (Ask(new Limits(most, most)))
            {
                case Verdict.Infeasible:
                    incumbent.RaiseBound(most + 1);
                    break;
                case Verdict.Open when !IsTooHigh(most):
                    return Verdict.Open;
            }
        }

        while (incumbent.Best is var best && best.Largest > Goals.Trivial(problem, Goal.Largest, best))
        {
            if (Ask(new Limits(best.Breaks, best.Largest - 1)) is var verdict && verdict != Verdict.Optimal)
            {
                return verdict == Verdict.Infeasible ? Verdict.Optimal : Verdict.Open;
            }
        }

        return Verdict.Optimal;

        Verdict Ask(Limits limits)
        {
            var verdict = Verdict.Infeasible;
            foreach (var window in Windows(limits).TakeWhile(_ => verdict == Verdict.Infeasible))
            {
                verdict =
                    limits.Breaks is null && window.HighestFloor == 0 && problem.Difference is not null ? AskRule(Left, seed, cancellation)
                    : AskSimply(limits, window) is var simple && simple != Verdict.Open ? simple
                    : Solve(limits, window, Sorted, Left(), seed, cancellation);
            }

            return verdict;
        }

        double Left() => deterministic ? seconds : seconds * (1 - effort.Progress);

        Verdict AskSimply(Limits limits, BreakLimits window) =>
            upwards && limits.Breaks == 0
                ? Solve(limits, window, Simple, Math.Min(SecondsForSimple, Left()), seed, cancellation)
                : Verdict.Open;
    }

    private Verdict AskRule(Func<double> left, int seed, CancellationToken cancellation)
    {
        var rule = new BreakRule(problem, deterministic);
        var verdict = rule.Ask(rule.Bound, BreakRule.Manner.Simplified, Math.Min(SecondsForSimple, left()), seed, cancellation, incumbent);
        if (verdict == Verdict.Open)
        {
            verdict = rule.Ask(rule.Bound, BreakRule.Manner.Sorted, left(), seed, cancellation, incumbent);
            Needed = rule.Needed;
        }

        return verdict;
    }

    /// <summary>The lowest window alone has the smaller model, and a higher one costs at least its floor for everybody.</summary>
    private IEnumerable<BreakLimits> Windows(Limits limits)
    {
        var low = problem.LowestFloor;
        var high = Math.Min(problem.HighestFloor, (limits.Breaks ?? int.MaxValue) / Math.Max(1, problem.People));
        if (low == 0)
        {
            yield return new BreakLimits(limits.Largest, 0, 0);
            low++;
        }

        if (low <= high)
        {
            yield return new BreakLimits(limits.Largest, low, high);
        }
    }

    /// <summary>Who climbs up goes no further: above it is for whoever climbs down.</summary>
    private int Middle => (incumbent.Bound + incumbent.Best.Breaks - 1) / 2;

    private bool IsTooHigh(int? most) => upwards && incumbent.Best.IsValid && most > Middle;

    private Verdict Solve(Limits limits, BreakLimits window, string parameters, double seconds, int seed, CancellationToken cancellation)
    {
        var exact = new ExactModel(problem, new int[problem.Meetings], window, sorts: parameters != Simple);
        if (limits.Breaks is { } most)
        {
            exact.Counting.Between([.. exact.People.SelectMany(person => person.BreakEnds)], 0, most);
        }

        using var run = new SolverRun($"{parameters},random_seed:{seed}", seconds, deterministic, cancellation);
        using var watch = incumbent.Watch(StopWhenAnswered);
        StopWhenAnswered();
        var status = run.Solve(exact.Model, value => incumbent.Offer(exact.Read(value)));
        return status switch
        {
            CpSolverStatus.ModelInvalid => throw new InvalidOperationException(exact.Model.Validate()),
            CpSolverStatus.Infeasible => Verdict.Infeasible,
            _ => limits.AllowWhatIs(incumbent.Best) ? Verdict.Optimal : Verdict.Open,
        };

        void StopWhenAnswered()
        {
            if (limits.AllowWhatIs(incumbent.Best) || IsTooHigh(limits.Breaks))
            {
                run.Stop();
            }
        }
    }

    /// <param name="Breaks">Of all together; any number when null.</param>
    /// <param name="Largest">Of each participant.</param>
    private sealed record Limits(int? Breaks, int Largest)
    {
        public bool AllowWhatIs(Score best) => best.IsValid && best.Breaks <= (Breaks ?? best.Breaks) && best.Largest <= Largest;
    }
}
