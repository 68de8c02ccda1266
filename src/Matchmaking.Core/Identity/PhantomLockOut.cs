using System.Security.Cryptography;
using System.Text;
using Matchmaking.Core.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Matchmaking.Core.Identity;

/// <summary>
/// Counts failed sign-ins of addresses that have no account, and locks them as an account would be, on all nodes: otherwise the lock
/// itself would tell which addresses are known.
/// </summary>
public sealed class PhantomLockOut(AppDbContext db, IOptions<IdentityOptions> options, TimeProvider clock)
{
    /// <summary>An account never forgets its failed attempts; whoever wants to tell the two apart would have to wait as long.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(90);

    private readonly LockoutOptions rules = options.Value.Lockout;

    /// <param name="address">Normalised.</param>
    /// <returns>When the address may be tried again; null when it is not locked.</returns>
    public async Task<DateTimeOffset?> LockedUntilAsync(string address)
    {
        var (key, now) = (Key(address), Now);
        return await Rows(key).Where(row => row.LockedUntil > now).Select(row => row.LockedUntil).SingleOrDefaultAsync();
    }

    /// <returns>As <see cref="LockedUntilAsync"/> after one more failed attempt.</returns>
    public async Task<DateTimeOffset?> FailAsync(string address)
    {
        var key = Key(address);
        if (!await CountAsync(key) && !await BeginAsync(key))
        {
            // Another node began at the same moment.
            await CountAsync(key);
        }

        var until = Now + rules.DefaultLockoutTimeSpan;
        await Rows(key)
            .Where(row => row.Count >= rules.MaxFailedAccessAttempts)
            .ExecuteUpdateAsync(row => row.SetProperty(item => item.Count, 0).SetProperty(item => item.LockedUntil, until));
        return await LockedUntilAsync(address);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private static string Key(string address) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address)));

    private IQueryable<PhantomAttempts> Rows(string key) => db.Set<PhantomAttempts>().Where(row => row.Address == key);

    private async Task<bool> CountAsync(string key)
    {
        var now = Now;
        return await Rows(key)
                .ExecuteUpdateAsync(row =>
                    row.SetProperty(item => item.Count, item => item.Count + 1).SetProperty(item => item.LastAt, now)
                ) == 1;
    }

    private async Task<bool> BeginAsync(string key)
    {
        var forgotten = Now - Remembered;
        await db.Set<PhantomAttempts>().Where(row => row.LastAt < forgotten).ExecuteDeleteAsync();
        var first = new PhantomAttempts
        {
            Address = key,
            Count = 1,
            LastAt = Now,
        };
        db.Add(first);
        try
        {
            await db.SaveChangesAsync();
            return true;
        }
        catch (DbUpdateException exception) when (UniqueViolation.Caused(exception))
        {
            return false;
        }
        finally
        {
            db.Entry(first).State = EntityState.Detached;
        }
    }
}
