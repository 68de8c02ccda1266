using Matchmaking.Core.Matching.SavedSearches;
using Matchmaking.Core.Outbox;

namespace Matchmaking.Web.Hosting;

/// <summary>Looks for what is new in saved searches, and in the morning has it told.</summary>
internal sealed class SavedSearchAlerts(
    CheckSavedSearches check,
    IssueDigests issue,
    WorkerLeases leases,
    TimeProvider clock,
    ILogger<SavedSearchAlerts> logger
) : HourlyWork("saved-search-alerts", leases, clock, logger)
{
    protected override async Task WorkAloneAsync(CancellationToken stoppingToken)
    {
        await check.ExecuteAsync(stoppingToken);
        await issue.ExecuteAsync(stoppingToken);
    }
}
