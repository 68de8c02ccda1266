using Matchmaking.Core.Expos.Timetables.Runs;

namespace Matchmaking.Web.Hosting;

/// <summary>Searches for schedules that organisers asked for, and for those that a node left in the middle.</summary>
internal sealed class ScheduleWorker(RunSchedules runs, ILogger<ScheduleWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = Poll;
            try
            {
                await runs.ExecuteAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                logger.LogError(exception, "A schedule could not be made; next look in {Pause}.", Pause);
                wait = Pause;
            }

            await Task.Delay(wait, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
