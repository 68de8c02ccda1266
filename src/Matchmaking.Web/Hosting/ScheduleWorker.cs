using Matchmaking.Core.Expos.Timetables.Runs;

namespace Matchmaking.Web.Hosting;

/// <summary>Searches for schedules that organisers asked for, and for those that a node left in the middle.</summary>
internal sealed class ScheduleWorker(RunSchedules runs, ILogger<ScheduleWorker> logger)
    : PeriodicWork("Making a schedule", TimeSpan.FromSeconds(2), TimeProvider.System, logger)
{
    protected override Task WorkAsync(CancellationToken stoppingToken) => runs.ExecuteAsync(stoppingToken);
}
