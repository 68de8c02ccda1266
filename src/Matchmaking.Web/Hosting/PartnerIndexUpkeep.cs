using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Outbox;

namespace Matchmaking.Web.Hosting;

/// <summary>Keeps the index from growing with what nobody looks for any more.</summary>
internal sealed class PartnerIndexUpkeep(
    IServiceScopeFactory scopes,
    WorkerLeases leases,
    TimeProvider clock,
    ILogger<PartnerIndexUpkeep> logger
) : HourlyWork("partner-index-upkeep", leases, clock, logger)
{
    protected override async Task WorkAloneAsync(CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<TidyPartnerIndex>().ExecuteAsync(stoppingToken) is > 0 and var forgotten)
        {
            logger.LogInformation("The search index has forgotten {Count} firms that were taken out long ago.", forgotten);
        }
    }
}
