using Matchmaking.Core.Meetings;

namespace Matchmaking.Web.Hosting;

/// <summary>Writes down each minute which requests have run out. Pages do not wait for it: they reckon with the clock themselves.</summary>
internal sealed class MeetingExpiry(IServiceScopeFactory scopes, TimeProvider clock, ILogger<MeetingExpiry> logger) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Poll, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<ExpireMeetings>().ExecuteAsync(company: null, stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError(exception, "Meetings could not be expired; next try in {Poll}.", Poll);
            }
        }
    }
}
