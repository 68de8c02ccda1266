using Matchmaking.Core.Expos;
using Matchmaking.Scheduling.Conflicts;
using Matchmaking.Scheduling.Exact;
using Matchmaking.Scheduling.LocalSearch;
using Matchmaking.Scheduling.Model;

namespace Matchmaking.Scheduling.Engine;

/// <summary>
/// The local search and the proofs beside each other, each profiting from what the others find; or, where the answer must repeat itself, one after
/// the other with counted work. Where the ladder of breaks can be climbed it is by far the quickest; of the other two kinds of proof one
/// often settles in seconds what the other does not in a minute, and nothing tells beforehand which.
/// </summary>
internal sealed class Race(CompiledProblem problem, Incumbent incumbent, ScheduleOptions options, CancellationToken cancellationToken)
{
    /// <summary>The rest is for stopping the solver, which takes a moment, and for writing the answer.</summary>
    private const double ShareForSearch = 0.98;
    private const double SecondsToWrite = 4e-5;

    private const double ShareForPlacing = 0.3;

    /// <summary>Where the first placing takes longer, perhaps there is none, and the proof of that begins beside it.</summary>
    private const double SecondsAlone = 0.05;
    private const double SecondsAloneEach = 2e-4;

    /// <summary>What may be spent on asking whether a few meetings are in each other's way.</summary>
    private const double SecondsForContested = 0.3;

    private const double ShareForWorth = 0.35;
    private const double ShareForChanges = 0.2;
    private const double MostForChanges = 2;

    /// <summary>What the local search has not found by then in a fair that the ladder can handle, it seldom finds later.</summary>
    private const double SecondsBeforeLadder = 4;

    private const long MovesBeforeProof = 10_000;

    private const int RoundsToSpread = 3;

    /// <summary>Moves that stand for a second where work is counted.</summary>
    private const double MovesPerSecond = 2_000_000;

    private readonly Searcher searcher = new(problem, incumbent, options.Seed);
    private readonly BreakLadder? ladder = BreakLadder.CanProve(problem)
        ? new BreakLadder(problem, incumbent, upwards: true, options.Deterministic)
        : null;

    /// <inheritdoc cref="BreakLadder.Needed"/>
    public IReadOnlyList<int> Needed => ladder?.Needed ?? [];

    /// <summary>Rules that cannot all be kept, where that showed in a few meetings.</summary>
    public IReadOnlyList<ScheduleRule> Conflict { get; private set; } = [];

    /// <summary>A short search, the proof, and where that fails a long search.</summary>
    public Verdict InTurn()
    {
        var moves = (long)(options.Seconds * MovesPerSecond / 2);
        searcher.Start(Effort.OfMoves((long)(moves * ShareForPlacing), cancellationToken));
        if (IsContested())
        {
            return Verdict.Infeasible;
        }

        var first = Math.Min(moves / 2, problem.Meetings * MovesBeforeProof);
        if (incumbent.Best.WeightMissing > 0)
        {
            searcher.ImproveWorth(Effort.OfMoves(first, cancellationToken));
        }

        if (incumbent.Best.Changed > 0)
        {
            searcher.ImproveChanges(Effort.OfMoves(first, cancellationToken));
        }

        ImproveBreaks(first);
        var verdict = Verdict.Open;
        var provers = Provers();
        foreach (var prover in provers.TakeWhile(_ => verdict == Verdict.Open))
        {
            verdict = prover.Run(options.Seconds / 2 / provers.Count, options.Seed, cancellationToken);
        }

        if (verdict == Verdict.Open)
        {
            ImproveBreaks(moves - first);
        }

        return verdict;
    }

    /// <summary>After the goals are settled: no proof asks for it, and one may come before any search has looked.</summary>
    public void Spread()
    {
        for (var round = 0; round < RoundsToSpread && incumbent.Best is { IsValid: true, Without: > 0 }; round++)
        {
            searcher.Spread(moves =>
                options.Deterministic
                    ? Effort.OfMoves(moves, cancellationToken)
                    : Effort.OfSeconds(Math.Min(Left, moves / MovesPerSecond), cancellationToken)
            );
        }
    }

    private void ImproveBreaks(long moves)
    {
        searcher.ImproveBreaks(
            round =>
            {
                var effort = Effort.OfMoves(round * 3 > moves ? moves : round, cancellationToken);
                moves -= round * 3 > moves ? moves : round;
                return effort;
            },
            () => moves <= 0 || IsDone || cancellationToken.IsCancellationRequested
        );
    }

    public Verdict Beside()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var first = Math.Max(SecondsAlone, problem.Meetings * SecondsAloneEach);
        searcher.Start(Effort.OfSeconds(Math.Min(options.Seconds * ShareForPlacing, first), stop.Token));
        if (IsContested())
        {
            return Verdict.Infeasible;
        }

        var proofs = Provers()
            .ConvertAll(prover =>
                Task.Factory.StartNew(
                    () => Prove(prover, stop),
                    CancellationToken.None,
                    TaskCreationOptions.LongRunning,
                    TaskScheduler.Default
                )
            );
        Verdict? found = null;
        try
        {
            found = SearchBeside(stop);
        }
        finally
        {
            if (found is null || Left <= 0 || IsDone)
            {
                stop.Cancel();
            }

            foreach (var proof in proofs)
            {
                Task.WaitAny([proof], CancellationToken.None);
            }
        }

        return IsDone ? Verdict.Optimal : proofs.Select(proof => proof.GetAwaiter().GetResult()).Append(found.Value).Max();
    }

    private Verdict SearchBeside(CancellationTokenSource stopping)
    {
        var stop = stopping.Token;
        if (!Complete(stop))
        {
            stopping.Cancel();
            return Verdict.Infeasible;
        }

        if (incumbent.Best.WeightMissing > 0)
        {
            searcher.ImproveWorth(Effort.OfSeconds(options.Seconds * ShareForWorth, stop));
        }

        if (incumbent.Best.Changed > 0)
        {
            searcher.ImproveChanges(Effort.OfSeconds(Math.Min(options.Seconds * ShareForChanges, MostForChanges), stop));
        }

        var neighbourhoods = new Neighbourhoods(problem, incumbent, options.Seed);
        searcher.ImproveBreaks(
            Round,
            () => IsOver(stop) || (ladder is not null && incumbent.Seconds > SecondsBeforeLadder),
            neighbourhoods.Improve
        );
        return ladder is not null && !IsOver(stop)
            ? Prove(new BreakLadder(problem, incumbent, upwards: false, deterministic: false), stopping)
            : Verdict.Open;

        Effort Round(long moves)
        {
            var seconds = moves / (2 * MovesPerSecond);
            return Effort.OfSeconds(seconds > Left / 3 ? Left : seconds, stop);
        }
    }

    /// <summary>In rounds, since the longer it takes, the better it shows which meetings are in each other's way.</summary>
    /// <returns>Whether there may be a timetable.</returns>
    private bool Complete(CancellationToken stop)
    {
        var end = incumbent.Seconds + (options.Seconds * ShareForPlacing);
        for (var round = SecondsAlone; !incumbent.Best.IsValid && incumbent.Seconds < end && !stop.IsCancellationRequested; round *= 2)
        {
            searcher.Complete(Effort.OfSeconds(Math.Min(round, end - incumbent.Seconds), stop));
            if (incumbent.Best.Homeless == 0)
            {
                return true;
            }

            if (IsContested())
            {
                return false;
            }
        }

        return true;
    }

    private bool IsContested()
    {
        if (incumbent.Best.Homeless > 0)
        {
            var conflicts = new CoreConflicts(problem, SecondsForContested, options.Deterministic, cancellationToken);
            Conflict = conflicts.FindAmong(searcher.Contested);
        }

        return Conflict.Count > 0;
    }

    private double Left => (options.Seconds * ShareForSearch) - (problem.Meetings * SecondsToWrite) - incumbent.Seconds;

    private bool IsDone => Goals.AreReached(problem, incumbent.Best);

    private bool IsOver(CancellationToken stop) => stop.IsCancellationRequested || Left <= 0 || IsDone;

    private List<IProver> Provers() =>
        ladder is not null
            ? [ladder]
            : [.. Enum.GetValues<Proof>().Select(proof => new ExactSearch(problem, incumbent, proof, options.Deterministic))];

    private Verdict Prove(IProver prover, CancellationTokenSource stop)
    {
        var verdict = prover.Run(Left, options.Seed, stop.Token);
        if (verdict != Verdict.Open)
        {
            stop.Cancel();
        }

        return verdict;
    }
}
