using Matchmaking.Core.Outbox;
using Microsoft.AspNetCore.DataProtection;

namespace Matchmaking.Web.Security.Keys;

/// <summary>
/// Has the keys ready before the site answers, and looks every hour for what other nodes have changed and for what time has. Nodes that
/// start together take turns: each would otherwise begin a key ring of its own, and not look again for a day.
/// </summary>
internal sealed class KeyUpkeep(
    IServiceScopeFactory scopes,
    WorkerLeases leases,
    IDataProtectionProvider protection,
    TimeProvider clock,
    ILogger<KeyUpkeep> logger
) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await using (await leases.AcquireAsync("keys", cancellationToken))
        {
            // Reads the key ring and, where it has no key for today, adds one.
            _ = protection.CreateProtector(nameof(KeyUpkeep)).Protect([]);
            await RenewAsync(cancellationToken);
        }

        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RenewAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError(exception, "The signing keys could not be read; next try in {Every}.", Every);
            }
        }
    }

    private async Task RenewAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RenewSigningKeys>().ExecuteAsync(cancellationToken);
    }
}
