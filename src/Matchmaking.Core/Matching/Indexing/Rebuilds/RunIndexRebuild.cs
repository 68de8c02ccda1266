using System.Runtime.ExceptionServices;
using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Outbox;

namespace Matchmaking.Core.Matching.Indexing.Rebuilds;

/// <summary>Rebuilds the index under a lease, and writes down how far it is and what came of it.</summary>
public sealed class RunIndexRebuild(
    RebuildPartnerIndex rebuild,
    FirmTexts firms,
    IndexRebuildLog log,
    WorkerLeases leases,
    TimeProvider clock
)
{
    private static readonly TimeSpan ReportEvery = TimeSpan.FromSeconds(1);

    /// <param name="progress">Told the number of firms so far.</param>
    /// <exception cref="PartnerIndexUnavailableException" />
    /// <returns>Null while another node is at it, or when somebody cancelled.</returns>
    public async Task<RebuiltIndex?> ExecuteAsync(IProgress<int>? progress, CancellationToken cancellationToken)
    {
        await using var lease = await leases.TryAcquireAsync(RebuildPartnerIndex.Lease, cancellationToken);
        if (lease is null)
        {
            return null;
        }

        // Whoever loses the lease or is stopped leaves it open, for the next one to begin anew.
        using var working = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lease.Lost);
        if (await log.BeginAsync(await firms.CountAsync(working.Token), working.Token) is not { } id)
        {
            return null;
        }

        using var activity = Telemetry.Activities.StartActivity("rebuild index");
        var started = clock.GetTimestamp();
        var result = await RunAsync(id, new Counter(progress), working.Token);
        activity?.SetTag("result", result.State.ToString()).SetTag("firms", result.Written);
        RebuildFigures.Ended(result.State, clock.GetElapsedTime(started));
        await log.EndAsync(id, result, working.Token);
        if (result.Failure is { } failure)
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        return result.Rebuilt;
    }

    private async Task<IndexRebuildResult> RunAsync(Guid id, Counter counter, CancellationToken working)
    {
        using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(working);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(working);
        var reporting = ReportAsync(id, counter, cancelled, ended.Token);
        try
        {
            var rebuilt = await rebuild.ExecuteAsync(counter, cancelled.Token);
            return new IndexRebuildResult(IndexRebuildState.Done, rebuilt.Firms, rebuilt);
        }
        catch (OperationCanceledException) when (cancelled.IsCancellationRequested && !working.IsCancellationRequested)
        {
            return new IndexRebuildResult(IndexRebuildState.Cancelled, counter.Written);
        }
        catch (Exception exception) when (!working.IsCancellationRequested)
        {
            return new IndexRebuildResult(IndexRebuildState.Failed, counter.Written, Failure: exception);
        }
        finally
        {
            await ended.CancelAsync();
            await reporting;
        }
    }

    private async Task ReportAsync(Guid id, Counter counter, CancellationTokenSource cancelled, CancellationToken ended)
    {
        using var timer = new PeriodicTimer(ReportEvery);
        try
        {
            while (await timer.WaitForNextTickAsync(ended))
            {
                RebuildFigures.Written.Record(counter.Written);
                if (!await IsWantedAsync(id, counter.Written, ended))
                {
                    await cancelled.CancelAsync();
                }
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The rebuild is over, or another node's.
        }
    }

    private async Task<bool> IsWantedAsync(Guid id, int written, CancellationToken ended)
    {
        try
        {
            return await log.ReportAsync(id, written, ended);
        }
        catch (Exception exception) when (exception.IsDatabaseFailure())
        {
            // A report that does not come through is followed by the next one; the work of minutes does not hang on it.
            return true;
        }
    }

    /// <summary>Several threads report, and not in order.</summary>
    private sealed class Counter(IProgress<int>? also) : IProgress<int>
    {
        private int written;

        public int Written => Volatile.Read(ref written);

        public void Report(int value)
        {
            for (var seen = Written; value > seen; seen = Written)
            {
                Interlocked.CompareExchange(ref written, value, seen);
            }

            also?.Report(value);
        }
    }
}

internal sealed record IndexRebuildResult(IndexRebuildState State, int Written, RebuiltIndex? Rebuilt = null, Exception? Failure = null);
