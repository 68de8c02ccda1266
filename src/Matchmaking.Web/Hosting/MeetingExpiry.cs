using Matchmaking.Core.Meetings;

namespace Matchmaking.Web.Hosting;

/// <summary>Writes down each minute which requests have run out. Pages do not wait for it: they reckon with the clock themselves.</summary>
internal sealed class MeetingExpiry(IServiceScopeFactory scopes, TimeProvider clock, ILogger<MeetingExpiry> logger)
    : PeriodicWork("Expiry of meetings", TimeSpan.FromMinutes(1), clock, logger)
{
    protected override async Task WorkAsync(CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ExpireMeetings>().ExecuteAsync(company: null, stoppingToken);
    }
}
