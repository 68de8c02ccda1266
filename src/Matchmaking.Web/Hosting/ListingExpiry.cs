using Matchmaking.Core.Listings;
using Matchmaking.Core.Outbox;

namespace Matchmaking.Web.Hosting;

/// <summary>Lets listings expire, at the start and every hour, on one node at a time.</summary>
internal sealed class ListingExpiry(ExpireListings expire, WorkerLeases leases, TimeProvider clock, ILogger<ListingExpiry> logger)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            await ExpireAsync(stoppingToken);
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task ExpireAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using var lease = await leases.TryAcquireAsync("listing-expiry", stoppingToken);
            if (lease is not null && await expire.ExecuteAsync(stoppingToken) is > 0 and var expired)
            {
                logger.LogInformation("{Count} listings are past their last day.", expired);
            }
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            logger.LogError(exception, "Listings could not expire; next try in {Every}.", Every);
        }
    }
}
