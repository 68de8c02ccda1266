using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Matchmaking.Core.Common;
using Matchmaking.Core.Outbox;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Matchmaking.IntegrationTests.Outbox;

public sealed class OutboxFiguresTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("matchmaking-outbox-figures-").FullName;
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero));

    /// <summary>Other tests measure in the same process: what is told apart by its handler or by its value counts.</summary>
    private readonly ConcurrentQueue<(string Name, double Value, string? Handler)> measured = new();
    private readonly MeterListener listener = new();

    public OutboxFiguresTests()
    {
        listener.InstrumentPublished = (instrument, own) =>
        {
            if (instrument.Meter.Name == Telemetry.Name)
            {
                own.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Take(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Take(instrument, value, tags));
        listener.Start();
    }

    public void Dispose()
    {
        listener.Dispose();
        DataFiles.Delete(folder);
    }

    [Fact]
    public async Task What_waits_and_what_was_given_up_is_told_by_handler_and_told_to_be_nothing_afterwards()
    {
        await using var node = await NodeAsync();
        var (waiting, parked, later) = ($"waiting-{Guid.NewGuid():N}", $"parked-{Guid.NewGuid():N}", $"later-{Guid.NewGuid():N}");
        var now = clock.GetUtcNow().UtcDateTime;
        await node.WithDatabaseAsync(async db =>
        {
            db.AddRange(
                Message(waiting, now.AddSeconds(-90), 0),
                Message(waiting, now.AddSeconds(-30), 3),
                Message(parked, now.AddDays(-1), OutboxMessage.AttemptLimit),
                Message(later, now.AddMinutes(-5), 0, due: now.AddMinutes(10))
            );
            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

        await node.Measure.ExecuteAsync(TestContext.Current.CancellationToken);
        var full = Taken(waiting, parked, later);
        await node.WithDatabaseAsync(async db =>
        {
            db.RemoveRange(db.OutboxMessages);
            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        await node.Measure.ExecuteAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            [
                ("matchmaking.outbox.depth", 2, waiting),
                ("matchmaking.outbox.depth", 0, parked),
                ("matchmaking.outbox.depth", 1, later),
                ("matchmaking.outbox.oldest", 90, waiting),
                ("matchmaking.outbox.oldest", 0, parked),
                ("matchmaking.outbox.oldest", 0, later),
                ("matchmaking.outbox.parked", 0, waiting),
                ("matchmaking.outbox.parked", 1, parked),
                ("matchmaking.outbox.parked", 0, later),
            ],
            full.OrderBy(item => item.Name, StringComparer.Ordinal).ThenByDescending(item => item.Handler, StringComparer.Ordinal)
        );
        Assert.All(Taken(waiting, parked, later), item => Assert.Equal(0, item.Value));
    }

    [Fact]
    public async Task Time_from_the_commit_to_the_end_of_the_work_is_measured_and_failures_are_counted()
    {
        await using var node = await NodeAsync();
        await node.AddAsync("bad", "good");
        clock.Advance(TimeSpan.FromSeconds(1234.5));
        node.Work.OnHandle = payload => payload == "bad" ? throw new InvalidOperationException("no") : Task.CompletedTask;

        await node.DispatchAsync();

        Assert.Contains(("matchmaking.outbox.lag", 1234.5, OutboxNode.Handler), measured);
        Assert.Contains(("matchmaking.outbox.failures", 1, OutboxNode.Handler), measured);
    }

    private async Task<OutboxNode> NodeAsync()
    {
        var node = new OutboxNode(folder, clock);
        await node.WithDatabaseAsync(async db =>
        {
            await db.Database.MigrateAsync(TestContext.Current.CancellationToken);
            return true;
        });
        return node;
    }

    private static OutboxMessage Message(string handler, DateTime written, int attempts, DateTime? due = null) =>
        new()
        {
            Handler = handler,
            Kind = "anything",
            Payload = "1",
            CreatedAt = written,
            NotBefore = due ?? written,
            Attempts = attempts,
        };

    private List<(string Name, double Value, string? Handler)> Taken(params string[] handlers)
    {
        var taken = measured.Where(item => handlers.Contains(item.Handler)).ToList();
        measured.Clear();
        return taken;
    }

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        string? handler = null;
        foreach (var tag in tags)
        {
            handler = tag.Key == "handler" ? (string?)tag.Value : handler;
        }

        measured.Enqueue((instrument.Name, value, handler));
    }
}
