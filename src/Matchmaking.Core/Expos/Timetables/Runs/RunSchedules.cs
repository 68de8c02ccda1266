using Matchmaking.Core.Data;
using Matchmaking.Core.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Matchmaking.Core.Expos.Timetables.Runs;

/// <summary>Takes up runs that were asked for or left in the middle, one at a time, and writes down how far each is.</summary>
public sealed class RunSchedules(IServiceScopeFactory scopes, IExpoScheduler scheduler, WorkerLeases leases)
{
    private static readonly TimeSpan ReportEvery = TimeSpan.FromSeconds(1);

    /// <returns>Whether there was one that no other node is at.</returns>
    public async Task<bool> ExecuteAsync(CancellationToken cancellationToken)
    {
        foreach (var run in await WithLogAsync(log => log.OpenAsync(cancellationToken)))
        {
            await using var lease = await leases.TryAcquireAsync($"expo-schedule:{run.ExpoId}", cancellationToken);
            if (lease is not null)
            {
                using var working = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lease.Lost);
                await RunAsync(run.Id, lease, working.Token);
                return true;
            }
        }

        return false;
    }

    /// <summary>Whoever loses the lease or is stopped leaves the run open, for the next one to begin anew.</summary>
    private async Task RunAsync(Guid id, HeldLease lease, CancellationToken working)
    {
        if (await WithLogAsync(log => log.BeginAsync(id, working)) is not (var prepared, var problem))
        {
            return;
        }

        try
        {
            var (solution, stop) = await SearchAsync(prepared, problem, working);
            working.ThrowIfCancellationRequested();
            await WithLogAsync(log =>
                stop == RunStop.Discard || solution.Status is ScheduleStatus.Infeasible or ScheduleStatus.Unknown
                    ? log.EndAsync(id, EndOf(solution, stop), prepared.Conflict(solution), lease, working)
                    : log.KeepAsync(prepared, solution, lease, working)
            );
        }
        catch (Exception exception) when (!working.IsCancellationRequested)
        {
            // An organiser was faster and changed the expo.
            var isOutdated = exception is DbUpdateConcurrencyException;
            await WithLogAsync(log => log.EndAsync(id, isOutdated ? RunState.Outdated : RunState.Failed, [], lease, working));
            if (!isOutdated)
            {
                throw;
            }
        }
    }

    private static RunState EndOf(ScheduleSolution solution, RunStop stop) =>
        stop == RunStop.Discard ? RunState.Stopped
        : solution.Status == ScheduleStatus.Infeasible ? RunState.Infeasible
        : RunState.NothingFound;

    private async Task<(ScheduleSolution Solution, RunStop Stop)> SearchAsync(
        PreparedRun prepared,
        ScheduleProblem problem,
        CancellationToken working
    )
    {
        using var searching = CancellationTokenSource.CreateLinkedTokenSource(working);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(working);
        var latest = new Latest();
        var reporting = ReportAsync(prepared.Run.Id, latest, searching, ended.Token);
        try
        {
            var solution = await Task.Factory.StartNew(
                () => scheduler.Solve(problem, prepared.Options(latest), searching.Token),
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default
            );
            return ScheduleChecker.Check(problem, solution) is [var violation, ..]
                ? throw new InvalidOperationException($"The schedule breaks the rule {violation.Rule} at {violation.Subject}.")
                : (solution, latest.Stop);
        }
        finally
        {
            await ended.CancelAsync();
            await reporting;
        }
    }

    private async Task ReportAsync(Guid id, Latest latest, CancellationTokenSource searching, CancellationToken ended)
    {
        using var timer = new PeriodicTimer(ReportEvery);
        try
        {
            while (latest.Stop == RunStop.None && await timer.WaitForNextTickAsync(ended))
            {
                latest.Stop = await StopOfAsync(id, latest, ended);
                if (latest.Stop != RunStop.None)
                {
                    await searching.CancelAsync();
                }
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The search is over, or another node's.
        }
    }

    private async Task<RunStop> StopOfAsync(Guid id, Latest latest, CancellationToken ended)
    {
        try
        {
            return await WithLogAsync(log => log.ReportAsync(id, latest.Progress, ended));
        }
        catch (Exception exception) when (exception.IsDatabaseFailure())
        {
            // As with a rebuild of the index: the next report follows, and what was found so far does not hang on this one.
            return RunStop.None;
        }
    }

    private async Task WithLogAsync(Func<RunLog, Task> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<RunLog>());
    }

    private async Task<T> WithLogAsync<T>(Func<RunLog, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<RunLog>());
    }

    /// <summary>Told by the threads of the search, read by the one that writes it down.</summary>
    private sealed class Latest : IProgress<ScheduleProgress>
    {
        private volatile ScheduleProgress? progress;

        public ScheduleProgress? Progress => progress;

        public RunStop Stop { get; set; }

        public void Report(ScheduleProgress value) => progress = value;
    }
}
