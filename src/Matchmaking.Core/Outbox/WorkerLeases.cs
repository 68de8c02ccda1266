using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Matchmaking.Core.Outbox;

/// <summary>Takes and renews leases. Each step is one conditional UPDATE, so that of two nodes exactly one succeeds.</summary>
public sealed class WorkerLeases(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>How long the work of a node that died stays untouched.</summary>
    public static readonly TimeSpan Duration = TimeSpan.FromSeconds(15);

    private readonly string holder = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}";

    /// <summary>Null while another holder has it.</summary>
    public async Task<HeldLease?> TryAcquireAsync(string name, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var now = Now;
        var seen = await db.WorkerLeases.AsNoTracking().SingleOrDefaultAsync(lease => lease.Name == name, cancellationToken);
        if (seen is null)
        {
            return await TryCreateAsync(db, name, now, cancellationToken);
        }

        if (seen.ExpiresAt > now)
        {
            return null;
        }

        var epoch = seen.Epoch + 1;
        var until = now + Duration;
        var taken = await db
            .WorkerLeases.Where(lease => lease.Name == name && lease.Epoch == seen.Epoch && lease.ExpiresAt <= now)
            .ExecuteUpdateAsync(
                lease =>
                    lease
                        .SetProperty(row => row.Holder, holder)
                        .SetProperty(row => row.Epoch, epoch)
                        .SetProperty(row => row.ExpiresAt, until),
                cancellationToken
            );
        return taken == 1 ? new HeldLease(this, clock, name, epoch) : null;
    }

    internal async Task<bool> RenewAsync(string name, long epoch, TimeSpan duration, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var until = Now + duration;
        var renewed = await db
            .WorkerLeases.Where(lease => lease.Name == name && lease.Holder == holder && lease.Epoch == epoch)
            .ExecuteUpdateAsync(lease => lease.SetProperty(row => row.ExpiresAt, until), cancellationToken);
        return renewed == 1;
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task<HeldLease?> TryCreateAsync(AppDbContext db, string name, DateTime now, CancellationToken cancellationToken)
    {
        db.WorkerLeases.Add(
            new WorkerLease
            {
                Name = name,
                Holder = holder,
                Epoch = 1,
                ExpiresAt = now + Duration,
            }
        );
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return new HeldLease(this, clock, name, epoch: 1);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Caused(exception))
        {
            return null;
        }
    }
}
