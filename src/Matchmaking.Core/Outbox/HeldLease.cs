namespace Matchmaking.Core.Outbox;

/// <summary>A lease that renews itself until it is disposed; disposing lets the next holder in at once.</summary>
public sealed class HeldLease : IAsyncDisposable
{
    private readonly WorkerLeases leases;
    private readonly string name;
    private readonly long epoch;
    private readonly CancellationTokenSource lost = new();
    private readonly CancellationTokenSource released = new();
    private readonly Task renewing;

    internal HeldLease(WorkerLeases leases, TimeProvider clock, string name, long epoch)
    {
        this.leases = leases;
        this.name = name;
        this.epoch = epoch;
        renewing = RenewAsync(new PeriodicTimer(WorkerLeases.Duration / 3, clock));
    }

    /// <summary>Cancelled when another holder took over, or when the lease could not be renewed in time.</summary>
    public CancellationToken Lost => lost.Token;

    public async ValueTask DisposeAsync()
    {
        await released.CancelAsync();
        await renewing;
        if (!lost.IsCancellationRequested)
        {
            await leases.RenewAsync(name, epoch, TimeSpan.Zero, CancellationToken.None);
        }

        lost.Dispose();
        released.Dispose();
    }

    private async Task RenewAsync(PeriodicTimer timer)
    {
        using (timer)
        {
            try
            {
                while (await timer.WaitForNextTickAsync(released.Token))
                {
                    if (!await leases.RenewAsync(name, epoch, WorkerLeases.Duration, released.Token))
                    {
                        break;
                    }
                }
            }
            catch (OperationCanceledException) when (released.IsCancellationRequested)
            {
                return;
            }
            catch (Exception)
            {
                // Unable to renew is as good as lost: the work stops and is repeated.
            }
        }

        await lost.CancelAsync();
    }
}
