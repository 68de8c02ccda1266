using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace Matchmaking.Web.Security;

/// <summary>
/// Counts failed sign-ins of addresses that have no account, and locks them as an account would be: otherwise the lock itself would tell which
/// addresses are known. Kept in memory, and only for the most recent ones.
/// </summary>
public sealed class PhantomLockOut(IOptions<IdentityOptions> options, TimeProvider clock) : IDisposable
{
    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = 10_000 });
    private readonly LockoutOptions rules = options.Value.Lockout;

    /// <summary>When the address may be tried again; null when it is not locked.</summary>
    public DateTimeOffset? LockedUntil(string address) =>
        cache.Get<Attempts>(address) is { Until: { } until } && until > clock.GetUtcNow() ? until : null;

    public DateTimeOffset? Fail(string address)
    {
        var attempts = cache.GetOrCreate(
            address,
            entry =>
            {
                entry.SetSize(1).SetSlidingExpiration(TimeSpan.FromDays(1));
                return new Attempts();
            }
        )!;
        lock (attempts)
        {
            if (++attempts.Count < rules.MaxFailedAccessAttempts)
            {
                return null;
            }

            attempts.Count = 0;
            return attempts.Until = clock.GetUtcNow() + rules.DefaultLockoutTimeSpan;
        }
    }

    public void Dispose() => cache.Dispose();

    private sealed class Attempts
    {
        public int Count { get; set; }

        public DateTimeOffset? Until { get; set; }
    }
}
