using Matchmaking.Core.Listings;
using Matchmaking.Core.Outbox;

namespace Matchmaking.Web.Hosting;

/// <summary>Lets listings expire.</summary>
internal sealed class ListingExpiry(ExpireListings expire, WorkerLeases leases, TimeProvider clock, ILogger<ListingExpiry> logger)
    : HourlyWork("listing-expiry", leases, clock, logger)
{
    protected override async Task WorkAloneAsync(CancellationToken stoppingToken)
    {
        if (await expire.ExecuteAsync(stoppingToken) is > 0 and var expired)
        {
            logger.LogInformation("{Count} listings are past their last day.", expired);
        }
    }
}
