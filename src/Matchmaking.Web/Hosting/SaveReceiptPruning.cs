using Matchmaking.Core.Data;
using Matchmaking.Core.Outbox;

namespace Matchmaking.Web.Hosting;

/// <summary>Clears away what saves on a database server leave behind, every hour, on one node at a time.</summary>
internal sealed class SaveReceiptPruning(
    IServiceScopeFactory scopes,
    WorkerLeases leases,
    TimeProvider clock,
    ILogger<SaveReceiptPruning> logger
) : HourlyWork("save-receipts", leases, clock, logger)
{
    protected override async Task WorkAloneAsync(CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PruneSaveReceipts>().ExecuteAsync(stoppingToken);
    }
}
