using Matchmaking.Core.Expos;
using Matchmaking.Scheduling.Exact;
using Matchmaking.Scheduling.LocalSearch;
using Matchmaking.Scheduling.Model;

namespace Matchmaking.Scheduling.Engine;

/// <summary>
/// The local search and two exact ones beside each other, each profiting from what the others find; or, where the answer must repeat itself,
/// one after the other with counted work. What one kind of proof settles in seconds, the other often does not in a minute, and nothing
/// tells beforehand which.
/// </summary>
internal sealed class Race(CompiledProblem problem, Incumbent incumbent, ScheduleOptions options, CancellationToken cancellationToken)
{
    /// <summary>The rest is for stopping the solver, which takes a moment, and for writing the answer.</summary>
    private const double ShareForSearch = 0.98;
    private const double SecondsToWrite = 4e-5;

    private const double ShareForPlacing = 0.3;

    /// <summary>Where the first placing takes longer, perhaps there is none, and the proof of that begins beside it.</summary>
    private const double SecondsAlone = 0.1;
    private const double SecondsAloneEach = 2e-4;

    private const double ShareForWorth = 0.35;
    private const double ShareForChanges = 0.2;
    private const double MostForChanges = 2;

    private const long MovesBeforeProof = 10_000;

    /// <summary>Moves that stand for a second where work is counted.</summary>
    private const double MovesPerSecond = 2_000_000;

    private static readonly Proof[] Proofs = Enum.GetValues<Proof>();

    private readonly Searcher searcher = new(problem, incumbent, options.Seed);

    /// <summary>A short search, the proof, and where that fails a long search.</summary>
    public Verdict InTurn()
    {
        var moves = (long)(options.Seconds * MovesPerSecond / 2);
        searcher.Start(Effort.OfMoves((long)(moves * ShareForPlacing), cancellationToken));
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
        foreach (var proof in Proofs.TakeWhile(_ => verdict == Verdict.Open))
        {
            verdict = new ExactSearch(problem, incumbent, proof, deterministic: true).Run(
                options.Seconds / 2 / Proofs.Length,
                options.Seed,
                cancellationToken
            );
        }

        if (verdict == Verdict.Open)
        {
            ImproveBreaks(moves - first);
        }

        return verdict;
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
        var proofs = Array.ConvertAll(
            Proofs,
            proof =>
                Task.Factory.StartNew(
                    () => Prove(proof, stop),
                    CancellationToken.None,
                    TaskCreationOptions.LongRunning,
                    TaskScheduler.Default
                )
        );
        var hasSearched = false;
        try
        {
            SearchBeside(stop.Token);
            hasSearched = true;
        }
        finally
        {
            if (!hasSearched || Left <= 0 || IsDone)
            {
                stop.Cancel();
            }

            foreach (var proof in proofs)
            {
                Task.WaitAny([proof], CancellationToken.None);
            }
        }

        return IsDone ? Verdict.Optimal : proofs.Max(proof => proof.GetAwaiter().GetResult());
    }

    private void SearchBeside(CancellationToken stop)
    {
        if (!incumbent.Best.IsValid)
        {
            searcher.Complete(Effort.OfSeconds(options.Seconds * ShareForPlacing, stop));
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
        searcher.ImproveBreaks(Round, () => IsOver(stop), neighbourhoods.Improve);

        Effort Round(long moves)
        {
            var seconds = moves / (2 * MovesPerSecond);
            return Effort.OfSeconds(seconds > Left / 3 ? Left : seconds, stop);
        }
    }

    private double Left => (options.Seconds * ShareForSearch) - (problem.Meetings * SecondsToWrite) - incumbent.Seconds;

    private bool IsDone => Goals.AreReached(problem, incumbent.Best);

    private bool IsOver(CancellationToken stop) => stop.IsCancellationRequested || Left <= 0 || IsDone;

    private Verdict Prove(Proof proof, CancellationTokenSource stop)
    {
        var verdict = new ExactSearch(problem, incumbent, proof, deterministic: false).Run(Left, options.Seed, stop.Token);
        if (verdict != Verdict.Open)
        {
            stop.Cancel();
        }

        return verdict;
    }
}
