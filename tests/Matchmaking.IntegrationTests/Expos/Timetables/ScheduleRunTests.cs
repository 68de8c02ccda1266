using Matchmaking.Core.Expos;
using Matchmaking.Core.Expos.Timetables;
using Matchmaking.Core.Expos.Timetables.Runs;
using Matchmaking.Core.Outbox;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Matchmaking.IntegrationTests.Expos.Timetables;

/// <summary>What becomes of a run whatever the engine does, with an engine that does what the test says.</summary>
public sealed class ScheduleRunTests : IDisposable
{
    private readonly ScriptedScheduler scheduler = new();
    private readonly SiteFactory site;

    public ScheduleRunTests() => site = new SiteFactory { Replace = services => services.AddSingleton<IExpoScheduler>(scheduler) };

    [Fact]
    public async Task Search_that_is_stopped_to_be_kept_leaves_its_best_as_a_draft()
    {
        scheduler.Solve = (problem, options, stop) =>
        {
            options.Progress!.Report(new ScheduleProgress(3.5, ScheduleActivity.Improving, IsValid: true, Placed: 7, Breaks: 2, Bound: 1));
            stop.WaitHandle.WaitOne();
            return ScriptedScheduler.Greedy(problem);
        };
        var fair = await Fair.ClosedAsync(site);
        await fair.AskAsync();
        await Eventually.TrueAsync(async () => (await fair.ReadAsync("/progress")).Contains("7 / 9", StringComparison.Ordinal));
        Assert.Contains("data-running", await fair.ReadAsync("/progress"));
        using var second = await fair.SendAsync("run", ("Seconds", "10"));
        Assert.Contains("under way already", await fair.ReadAsync());

        using var stopped = await fair.SendAsync("stop", ("keep", "true"));
        await Eventually.TrueAsync(async () => !(await fair.LastAsync()).IsOpen);
        Assert.Equal((RunState.Done, 1), ((await fair.LastAsync()).State, (await fair.LastAsync()).Draft));
        Assert.DoesNotContain("data-running", await fair.ReadAsync("/progress"));
    }

    [Fact]
    public async Task Search_that_is_stopped_to_be_discarded_leaves_nothing()
    {
        scheduler.Solve = (problem, _, stop) =>
        {
            stop.WaitHandle.WaitOne();
            return ScriptedScheduler.Greedy(problem);
        };
        var fair = await Fair.ClosedAsync(site);
        await fair.AskAsync();
        using var stopped = await fair.SendAsync("stop", ("keep", "false"));
        await Eventually.TrueAsync(async () => !(await fair.LastAsync()).IsOpen);

        Assert.Equal(RunState.Stopped, (await fair.LastAsync()).State);
        Assert.False(await site.WithDatabaseAsync(db => db.Set<ScheduleDraft>().AnyAsync()));
    }

    [Fact]
    public async Task Schedule_that_breaks_a_rule_is_never_kept()
    {
        scheduler.Solve = (problem, _, _) =>
        {
            var solution = ScriptedScheduler.Greedy(problem);
            return solution with
            {
                Meetings =
                [
                    solution.Meetings[0],
                    solution.Meetings[1] with
                    {
                        Slot = solution.Meetings[0].Slot,
                        Table = solution.Meetings[0].Table,
                    },
                    .. solution.Meetings.Skip(2),
                ],
            };
        };
        var fair = await Fair.ClosedAsync(site);
        var run = await fair.RunAsync();

        Assert.Equal(RunState.Failed, run.State);
        Assert.False(await site.WithDatabaseAsync(db => db.Set<ScheduleDraft>().AnyAsync()));
    }

    [Fact]
    public async Task Run_that_a_node_left_in_the_middle_is_begun_anew()
    {
        using var dying = new CancellationTokenSource();
        var begun = 0;
        scheduler.Solve = (problem, _, stop) =>
        {
            if (Interlocked.Increment(ref begun) == 1)
            {
                dying.Cancel();
                stop.WaitHandle.WaitOne();
            }

            return ScriptedScheduler.Greedy(problem);
        };
        var fair = await Fair.ClosedAsync(site);
        var leases = site.Services.GetRequiredService<WorkerLeases>();
        await using (await leases.AcquireAsync($"expo-schedule:{fair.Id}", CancellationToken.None))
        {
            await fair.AskAsync();
        }

        var node = new RunSchedules(site.Services.GetRequiredService<IServiceScopeFactory>(), scheduler, leases);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => EndlesslyAsync(node, dying.Token));
        await Eventually.TrueAsync(async () => !(await fair.LastAsync()).IsOpen);

        Assert.Equal(RunState.Done, (await fair.LastAsync()).State);
        Assert.Equal(2, begun);
    }

    [Fact]
    public async Task Schedule_of_an_expo_that_was_changed_meanwhile_is_not_kept()
    {
        using var changed = new ManualResetEventSlim();
        scheduler.Solve = (problem, _, stop) =>
        {
            changed.Wait(stop);
            return ScriptedScheduler.Greedy(problem);
        };
        var fair = await Fair.ClosedAsync(site);
        await fair.AskAsync();
        await Eventually.TrueAsync(async () => (await fair.LastAsync()).State == RunState.Running);
        using var removed = await fair.Organiser.SubmitAsync(
            "/account",
            $"/organise/{fair.Id}/remove/slots",
            ("ids", $"{(await fair.ExpoAsync()).Slots[0].Id}"),
            ("confirmed", "true")
        );
        changed.Set();
        await Eventually.TrueAsync(async () => !(await fair.LastAsync()).IsOpen);

        Assert.Equal(RunState.Outdated, (await fair.LastAsync()).State);
        Assert.Contains("changed during the search", await fair.ReadAsync());
        Assert.False(await site.WithDatabaseAsync(db => db.Set<ScheduleDraft>().AnyAsync()));
    }

    [Fact]
    public async Task Run_whose_draft_was_discarded_before_it_began_makes_nothing()
    {
        var fair = await Fair.DraftedAsync(site);
        await fair.RunAsync();
        var leases = site.Services.GetRequiredService<WorkerLeases>();
        HeldLease? lease = null;
        await Eventually.TrueAsync(async () =>
            (lease = await leases.TryAcquireAsync($"expo-schedule:{fair.Id}", CancellationToken.None)) is not null
        );
        await using (lease)
        {
            await fair.AskAsync(RunScope.GapsOnly);
            using var taken = await fair.SendAsync("2/take");
            using var discarded = await fair.SendAsync("1/discard", ("confirmed", "true"));
        }

        await Eventually.TrueAsync(async () => !(await fair.LastAsync()).IsOpen);
        Assert.Equal(RunState.Outdated, (await fair.LastAsync()).State);
    }

    public void Dispose() => site.Dispose();

    private static async Task EndlesslyAsync(RunSchedules node, CancellationToken dying)
    {
        while (true)
        {
            dying.ThrowIfCancellationRequested();
            await node.ExecuteAsync(dying);
        }
    }
}
