using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Outbox;

/// <summary>A lease that renews itself until it is disposed; disposing lets the next holder in at once.</summary>
public sealed class HeldLease : IAsyncDisposable
{
    private readonly WorkerLeases leases;
    private readonly TimeProvider clock;
    private readonly string name;
    private readonly long epoch;
    private readonly CancellationTokenSource lost;
    private readonly CancellationTokenSource released = new();
    private readonly Task renewing;
    private long renewed;

    /// <param name="taken">Timestamp of the clock from before the lease was asked for.</param>
    internal HeldLease(WorkerLeases leases, TimeProvider clock, string name, long epoch, long taken)
    {
        this.leases = leases;
        this.clock = clock;
        this.name = name;
        this.epoch = epoch;
        renewed = taken;
        lost = new CancellationTokenSource(Left(taken), clock);
        renewing = RenewAsync(new PeriodicTimer(WorkerLeases.Duration / 3, clock));
    }

    /// <summary>Cancelled when another holder took over, or when the lease could not be renewed in time.</summary>
    public CancellationToken Lost => lost.Token;

    /// <summary>
    /// Whether nobody else can have taken over yet. False for a process that was paused and has not learnt yet that its lease ran out.
    /// </summary>
    public bool IsCurrent => !lost.IsCancellationRequested && clock.GetElapsedTime(Interlocked.Read(ref renewed)) < WorkerLeases.Duration;

    /// <summary>
    /// Makes the next save of the context depend on the lease: when another holder has taken over, the save throws
    /// <see cref="DbUpdateConcurrencyException"/> and nothing of it counts, whatever this process believes.
    /// </summary>
    public void Guard(AppDbContext db)
    {
        var lease = db.WorkerLeases.Local.FindEntry(name);
        if (lease is null)
        {
            lease = db.Attach(leases.Row(name, epoch));
        }

        // Written again as it is: the row is locked until the commit, and found only under this epoch.
        lease.Property(row => row.Holder).IsModified = true;
    }

    public async ValueTask DisposeAsync()
    {
        await released.CancelAsync();
        await renewing;
        try
        {
            // A lost one, too: where nobody has taken it yet, the next holder need not wait until it is old.
            await leases.ReleaseAsync(name, epoch);
        }
        catch (Exception) when (lost.IsCancellationRequested)
        {
            // What kept it from being renewed keeps it from being given back.
        }

        lost.Dispose();
        released.Dispose();
    }

    /// <summary>Of a lease that was asked for at the timestamp; the answer may have taken longer than it lasts.</summary>
    private TimeSpan Left(long asked)
    {
        var left = WorkerLeases.Duration - clock.GetElapsedTime(asked);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private async Task RenewAsync(PeriodicTimer timer)
    {
        using (timer)
        {
            try
            {
                while (await timer.WaitForNextTickAsync(released.Token))
                {
                    var asked = clock.GetTimestamp();
                    if (!await leases.RenewAsync(name, epoch, released.Token))
                    {
                        break;
                    }

                    Interlocked.Exchange(ref renewed, asked);
                    // A renewal that takes too long is not waited for: the lease then runs out by itself.
                    lost.CancelAfter(Left(asked));
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
