using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Matchmaking.IntegrationTests.Outbox;

/// <summary>What becomes of messages by what their handler says of them: done, refused, or that its server is away.</summary>
public sealed class OutboxAnswerTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    private readonly string folder = Directory.CreateTempSubdirectory("matchmaking-pause-").FullName;

    public async ValueTask InitializeAsync()
    {
        await using var node = new OutboxNode(folder, new FakeTimeProvider(Start));
        await node.WithDatabaseAsync(async db =>
        {
            await db.Database.MigrateAsync();
            return true;
        });
    }

    public ValueTask DisposeAsync()
    {
        DataFiles.Delete(folder);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Refused_message_is_parked_at_once_with_its_reason_and_its_equals()
    {
        await using var node = new OutboxNode(folder, new FakeTimeProvider(Start));
        node.Work.Refuses = payload => payload == "bad" ? "mapper_parsing_exception" : null;
        await node.AddAsync("a", "bad", "bad");

        await node.DispatchAsync();

        var rows = (await node.RowsAsync()).ToLookup(row => row.Payload);
        Assert.NotNull(Assert.Single(rows["a"]).ProcessedAt);
        Assert.All(rows["bad"], row => Assert.Equal((true, "mapper_parsing_exception"), (row.IsParked, row.LastError)));
        Assert.Equal(1, node.Work.Batches);
        Assert.Empty(await node.Dispatcher.DueHandlersAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Handler_of_one_message_gets_each_alone_and_each_counts_as_soon_as_it_is_done()
    {
        await using var node = new OutboxNode(folder, new FakeTimeProvider(Start));
        var died = new TaskCompletionSource();
        node.Work.OnHandle = _ => node.Work.Handled.Count < 2 ? Task.CompletedTask : RecordedWork.DieAsync(died);
        await node.AddOfKindAsync(OutboxNode.OtherKind, "a", "b", "c");

        _ = node.Dispatcher.DispatchAsync(OutboxNode.OneByOne, CancellationToken.None);
        await died.Task.WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(2, node.Work.Handled.Count);
        Assert.Equal(2, (await node.RowsAsync()).Count(row => row.ProcessedAt is not null));
    }

    [Fact]
    public async Task Stop_between_handling_and_marking_leaves_the_message_marked_and_begins_no_other()
    {
        await using var node = new OutboxNode(folder, new FakeTimeProvider(Start));
        await node.AddOfKindAsync(OutboxNode.OtherKind, "a", "b");
        using var stop = new CancellationTokenSource();
        node.Work.OnHandle = _ => stop.CancelAsync();

        await node.Dispatcher.DispatchAsync(OutboxNode.OneByOne, stop.Token);

        var handled = Assert.Single(node.Work.Handled);
        Assert.Equal(handled, Assert.Single(await node.RowsAsync(), row => row.ProcessedAt is not null).Payload);
    }

    [Fact]
    public async Task While_its_server_is_away_a_handler_waits_longer_each_time_and_no_message_loses_an_attempt()
    {
        await using var node = new OutboxNode(folder, new FakeTimeProvider(Start));
        node.Work.OnHandle = _ => throw new AwayException();
        await node.AddAsync("a", "b");
        var waits = new List<double>();

        for (var attempt = 0; attempt < 12; attempt++)
        {
            await node.DispatchAsync();
            var pause = Assert.Single(node.Pauses.All);
            Assert.Equal((OutboxNode.Handler, "The server is away."), (pause.Handler, pause.Reason));
            Assert.Equal(Start.UtcDateTime, pause.Since);
            var wait = pause.Until - node.Clock.GetUtcNow().UtcDateTime;
            waits.Add(wait.TotalSeconds);
            node.Clock.Advance(wait - TimeSpan.FromMilliseconds(1));
            await node.DispatchAsync();
            Assert.Empty(await node.Dispatcher.DueHandlersAsync(CancellationToken.None));
            Assert.Equal(attempt + 1, node.Work.Batches);
            node.Clock.Advance(TimeSpan.FromMilliseconds(1));
            Assert.Equal([OutboxNode.Handler], await node.Dispatcher.DueHandlersAsync(CancellationToken.None));
        }

        Assert.Equal([2, 4, 8, 16, 32, 60, 60, 60, 60, 60, 60, 60], waits);
        Assert.All(await node.RowsAsync(), row => Assert.Equal((0, null), (row.Attempts, row.LastError)));
        node.Work.OnHandle = _ => Task.CompletedTask;
        await node.DispatchAsync();
        Assert.Empty(node.Pauses.All);
        Assert.All(await node.RowsAsync(), row => Assert.NotNull(row.ProcessedAt));
    }

    [Fact]
    public async Task Pause_ends_when_another_node_has_done_the_work()
    {
        await using var node = new OutboxNode(folder, new FakeTimeProvider(Start));
        await using var other = new OutboxNode(folder, new FakeTimeProvider(Start));
        node.Work.OnHandle = _ => throw new AwayException();
        await node.AddAsync("a");
        await node.DispatchAsync();
        await node.Dispatcher.DueHandlersAsync(CancellationToken.None);
        Assert.Single(node.Pauses.All);

        await other.DispatchAsync();

        Assert.Equal(["a"], other.Work.Handled);
        Assert.Empty(await node.Dispatcher.DueHandlersAsync(CancellationToken.None));
        Assert.Empty(node.Pauses.All);
    }
}
