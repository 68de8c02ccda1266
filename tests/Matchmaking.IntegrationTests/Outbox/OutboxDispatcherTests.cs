using Matchmaking.Core.Outbox;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Matchmaking.IntegrationTests.Outbox;

public sealed class OutboxDispatcherTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    private readonly string folder = Directory.CreateTempSubdirectory("matchmaking-outbox-").FullName;
    private readonly List<OutboxNode> nodes = [];

    public async ValueTask InitializeAsync()
    {
        await using var node = new OutboxNode(folder, new FakeTimeProvider(Start));
        await node.WithDatabaseAsync(async db =>
        {
            await db.Database.MigrateAsync();
            return true;
        });
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }

        DataFiles.Delete(folder);
    }

    [Fact]
    public async Task Due_messages_are_handled_at_once_and_marked()
    {
        var node = Node();
        await node.AddAsync("a", "b");

        Assert.Equal([OutboxNode.Handler], await node.Dispatcher.DueHandlersAsync(CancellationToken.None));
        await node.DispatchAsync();

        Assert.Equal(["a", "b"], node.Work.Handled.Order());
        Assert.Equal(1, node.Work.Batches);
        Assert.All(await node.RowsAsync(), row => Assert.NotNull(row.ProcessedAt));
        Assert.Empty(await node.Dispatcher.DueHandlersAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Equal_messages_are_handled_once_and_all_marked()
    {
        var node = Node();
        await node.AddAsync("a", "a", "b", "a");

        await node.DispatchAsync();

        Assert.Equal(["a", "b"], node.Work.Handled.Order());
        Assert.All(await node.RowsAsync(), row => Assert.NotNull(row.ProcessedAt));
    }

    [Fact]
    public async Task More_messages_than_one_batch_are_worked_off_in_one_go()
    {
        var node = Node();
        await node.AddAsync([.. Enumerable.Range(0, 450).Select(number => $"m{number}")]);

        await node.DispatchAsync();

        Assert.Equal(450, node.Work.Handled.Count);
        Assert.Equal(3, node.Work.Batches);
    }

    [Fact]
    public async Task One_bad_message_does_not_stop_the_others()
    {
        var node = Node();
        node.Work.OnHandle = payload => payload == "bad" ? throw new InvalidOperationException("broken") : Task.CompletedTask;
        await node.AddAsync("a", "bad", "c");

        await node.DispatchAsync();

        var rows = (await node.RowsAsync()).ToDictionary(row => row.Payload);
        Assert.NotNull(rows["a"].ProcessedAt);
        Assert.NotNull(rows["c"].ProcessedAt);
        Assert.Null(rows["bad"].ProcessedAt);
        Assert.Equal(1, rows["bad"].Attempts);
        Assert.Contains("broken", rows["bad"].LastError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failed_message_waits_longer_each_time_and_is_parked_after_ten_attempts()
    {
        var node = Node();
        node.Work.OnHandle = _ => throw new InvalidOperationException("broken");
        await node.AddAsync("bad");
        var delays = new List<double>();

        for (var attempt = 0; attempt < OutboxMessage.AttemptLimit; attempt++)
        {
            await node.DispatchAsync();
            var row = Assert.Single(await node.RowsAsync());
            var delay = row.NotBefore - node.Clock.GetUtcNow().UtcDateTime;
            delays.Add(delay.TotalSeconds);
            node.Clock.Advance(delay - TimeSpan.FromMilliseconds(1));
            await node.DispatchAsync();
            Assert.Equal(attempt + 1, node.Work.Batches);
            node.Clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        await node.DispatchAsync();
        Assert.Equal([2, 4, 8, 16, 32, 64, 128, 256, 512, 600], delays);
        Assert.Equal(OutboxMessage.AttemptLimit, node.Work.Batches);
        Assert.True(Assert.Single(await node.RowsAsync()).IsParked);
        Assert.Empty(await node.Dispatcher.DueHandlersAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Messages_are_not_marked_when_the_work_of_the_batch_failed()
    {
        var node = Node();
        node.Work.OnBatchEnd = () => throw new IOException("disk full");
        await node.AddAsync("a", "b");

        await node.DispatchAsync();

        Assert.All(await node.RowsAsync(), row => Assert.Equal((null, 1), (row.ProcessedAt, row.Attempts)));
        node.Work.OnBatchEnd = () => { };
        node.Clock.Advance(TimeSpan.FromSeconds(2));
        await node.DispatchAsync();
        Assert.All(await node.RowsAsync(), row => Assert.NotNull(row.ProcessedAt));
    }

    [Fact]
    public async Task Node_whose_lease_was_taken_over_in_the_middle_changes_nothing_any_more()
    {
        var (late, heir) = (Node(), Node());
        await late.AddAsync("a");
        late.Work.OnHandle = async _ =>
        {
            await heir.DispatchAsync();
            heir.Clock.Advance(WorkerLeases.Duration);
            await heir.DispatchAsync();
            throw new InvalidOperationException("too late");
        };

        await late.DispatchAsync();

        Assert.Equal(["a"], heir.Work.Handled);
        var row = Assert.Single(await heir.RowsAsync());
        Assert.Equal((heir.Clock.GetUtcNow().UtcDateTime, 0), (row.ProcessedAt, row.Attempts));
    }

    [Fact]
    public async Task Another_node_repeats_the_whole_batch_of_a_node_that_died_in_it()
    {
        var dead = Node();
        await dead.AddAsync("a", "b", "c");
        var reached = new TaskCompletionSource();
        dead.Work.OnHandle = _ =>
        {
            if (dead.Work.Handled.Count < 2)
            {
                return Task.CompletedTask;
            }

            reached.TrySetResult();
            return Task.Delay(Timeout.Infinite);
        };
        _ = dead.DispatchAsync();
        await reached.Task.WaitAsync(TimeSpan.FromSeconds(10));
        var heir = Node();

        await heir.DispatchAsync();
        Assert.Empty(heir.Work.Handled);

        heir.Clock.Advance(WorkerLeases.Duration);
        await heir.DispatchAsync();

        Assert.Equal(["a", "b", "c"], heir.Work.Handled.Order());
        Assert.All(await heir.RowsAsync(), row => Assert.NotNull(row.ProcessedAt));
    }

    [Fact]
    public async Task Two_dispatchers_share_the_work_without_doing_anything_twice()
    {
        var (one, other) = (Node(), Node());
        await one.AddAsync([.. Enumerable.Range(0, 50).Select(number => $"m{number}")]);
        one.Work.OnHandle = other.Work.OnHandle = _ => Task.Delay(1);

        await Task.WhenAll(one.DispatchAsync(), other.DispatchAsync(), one.DispatchAsync(), other.DispatchAsync());

        Assert.Equal(50, one.Work.Handled.Concat(other.Work.Handled).Count());
        Assert.All(await one.RowsAsync(), row => Assert.NotNull(row.ProcessedAt));
    }

    [Fact]
    public async Task Rows_of_a_handler_that_this_node_does_not_know_wait_untouched()
    {
        var node = Node();
        await node.WithDatabaseAsync(async db =>
        {
            var now = node.Clock.GetUtcNow().UtcDateTime;
            var message = new OutboxMessage
            {
                Handler = "of-a-later-version",
                Kind = OutboxNode.Kind,
                Payload = "a",
                CreatedAt = now,
                NotBefore = now,
            };
            db.OutboxMessages.Add(message);
            return await db.SaveChangesAsync();
        });

        Assert.Empty(await node.Dispatcher.DueHandlersAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Processed_rows_are_pruned_after_seven_days_and_open_ones_never()
    {
        var node = Node();
        node.Work.OnHandle = payload => payload == "bad" ? throw new InvalidOperationException("broken") : Task.CompletedTask;
        await node.AddAsync("a", "bad");
        await node.DispatchAsync();

        node.Clock.Advance(TimeSpan.FromDays(7));
        await node.Dispatcher.PruneAsync(CancellationToken.None);
        Assert.Equal(2, (await node.RowsAsync()).Count);

        node.Clock.Advance(TimeSpan.FromMinutes(1));
        await node.Dispatcher.PruneAsync(CancellationToken.None);
        Assert.Equal("bad", Assert.Single(await node.RowsAsync()).Payload);
    }

    private OutboxNode Node()
    {
        var node = new OutboxNode(folder, new FakeTimeProvider(Start));
        nodes.Add(node);
        return node;
    }
}
