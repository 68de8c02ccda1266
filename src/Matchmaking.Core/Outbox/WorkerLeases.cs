using System.Collections.Concurrent;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Matchmaking.Core.Outbox;

/// <summary>
/// Takes and renews leases. Each step is one conditional UPDATE, so that of two nodes exactly one succeeds. The clocks of nodes are never
/// compared: a lease is free when its holder gave it back, or when this node has seen it unchanged for <see cref="Duration"/>.
/// </summary>
public sealed class WorkerLeases(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>How long the work of a node that died stays untouched, from when another one first asks for it.</summary>
    public static readonly TimeSpan Duration = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(250);

    private readonly string holder = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}";
    private readonly ConcurrentDictionary<string, Sighting> seen = new(StringComparer.Ordinal);

    /// <summary>Null while another holder has it.</summary>
    public async Task<HeldLease?> TryAcquireAsync(string name, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var asked = clock.GetTimestamp();
        var present = await db.WorkerLeases.AsNoTracking().SingleOrDefaultAsync(lease => lease.Name == name, cancellationToken);
        if (present is null)
        {
            return await TryCreateAsync(db, name, asked, cancellationToken);
        }

        if (!IsFree(present, asked))
        {
            return null;
        }

        var (epoch, until) = (present.Epoch + 1, Until);
        var taken = await db
            .WorkerLeases.Where(lease =>
                lease.Name == name && lease.Epoch == present.Epoch && lease.Holder == present.Holder && lease.ExpiresAt == present.ExpiresAt
            )
            .ExecuteUpdateAsync(
                lease =>
                    lease
                        .SetProperty(row => row.Holder, holder)
                        .SetProperty(row => row.Epoch, epoch)
                        .SetProperty(row => row.ExpiresAt, until),
                cancellationToken
            );
        return taken == 1 ? new HeldLease(this, clock, name, epoch, asked) : null;
    }

    /// <summary>Waits until the lease is free: at most <see cref="Duration"/> where its holder has died.</summary>
    public async Task<HeldLease> AcquireAsync(string name, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await TryAcquireAsync(name, cancellationToken) is { } lease)
            {
                return lease;
            }

            await Task.Delay(Poll, clock, cancellationToken);
        }
    }

    internal WorkerLease Row(string name, long epoch) =>
        new()
        {
            Name = name,
            Holder = holder,
            Epoch = epoch,
        };

    internal async Task<bool> RenewAsync(string name, long epoch, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var until = Until;
        return await Held(scope, name, epoch).ExecuteUpdateAsync(lease => lease.SetProperty(row => row.ExpiresAt, until), cancellationToken)
            == 1;
    }

    internal async Task ReleaseAsync(string name, long epoch)
    {
        await using var scope = scopes.CreateAsyncScope();
        await Held(scope, name, epoch).ExecuteUpdateAsync(lease => lease.SetProperty(row => row.Holder, string.Empty));
    }

    private DateTime Until => clock.GetUtcNow().UtcDateTime + Duration;

    private IQueryable<WorkerLease> Held(AsyncServiceScope scope, string name, long epoch) =>
        scope
            .ServiceProvider.GetRequiredService<AppDbContext>()
            .WorkerLeases.Where(lease => lease.Name == name && lease.Holder == holder && lease.Epoch == epoch);

    private bool IsFree(WorkerLease present, long now)
    {
        if (present.Holder.Length == 0)
        {
            return true;
        }

        var sighting = seen.AddOrUpdate(
            present.Name,
            _ => new Sighting(present.Epoch, present.ExpiresAt, now),
            (_, last) =>
                (last.Epoch, last.ExpiresAt) == (present.Epoch, present.ExpiresAt)
                    ? last
                    : new Sighting(present.Epoch, present.ExpiresAt, now)
        );
        return clock.GetElapsedTime(sighting.Since, now) >= Duration;
    }

    private async Task<HeldLease?> TryCreateAsync(AppDbContext db, string name, long asked, CancellationToken cancellationToken)
    {
        var first = Row(name, epoch: 1);
        first.ExpiresAt = Until;
        db.WorkerLeases.Add(first);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return new HeldLease(this, clock, name, first.Epoch, asked);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Caused(exception))
        {
            return null;
        }
    }

    /// <param name="Since">Timestamp of this node's clock.</param>
    private sealed record Sighting(long Epoch, DateTime ExpiresAt, long Since);
}
