using System.Collections.Concurrent;
using Matchmaking.Core.Data;
using Matchmaking.Core.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Matchmaking.IntegrationTests.Outbox;

/// <summary>One process with a dispatcher and one handler; several nodes may share a database file.</summary>
internal sealed class OutboxNode : IAsyncDisposable
{
    public const string Handler = "recorder";
    public const string Kind = "happened";

    private readonly ServiceProvider services;

    public OutboxNode(string folder, FakeTimeProvider clock)
    {
        Clock = clock;
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(Work)
            .AddData(new ConfigurationBuilder().Build(), folder)
            .AddOutbox()
            .AddSingleton<MeasureOutbox>()
            .AddOutboxHandler<RecordingHandler>(Handler, Kind)
            .BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; }

    public RecordedWork Work { get; } = new();

    public OutboxDispatcher Dispatcher => services.GetRequiredService<OutboxDispatcher>();

    public MeasureOutbox Measure => services.GetRequiredService<MeasureOutbox>();

    public WorkerLeases Leases => services.GetRequiredService<WorkerLeases>();

    public Task DispatchAsync() => Dispatcher.DispatchAsync(Handler, CancellationToken.None);

    public Task AddAsync(params string[] payloads) =>
        WithDatabaseAsync(async db =>
        {
            var writer = new OutboxWriter(db, services.GetServices<OutboxRoute>(), Clock);
            foreach (var payload in payloads)
            {
                writer.Add(new OutboxEvent(Kind, payload));
            }

            return await db.SaveChangesAsync();
        });

    public Task<List<OutboxMessage>> RowsAsync() => WithDatabaseAsync(db => db.OutboxMessages.AsNoTracking().ToListAsync());

    public async Task<T> WithDatabaseAsync<T>(Func<AppDbContext, Task<T>> work)
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<AppDbContext>());
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}

internal sealed class RecordedWork
{
    public ConcurrentQueue<string> Handled { get; } = new();

    public int Flushes { get; set; }

    public Func<string, Task> OnHandle { get; set; } = _ => Task.CompletedTask;

    public Action OnFlush { get; set; } = () => { };
}

internal sealed class RecordingHandler(RecordedWork work) : IOutboxHandler
{
    public async Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        work.Handled.Enqueue(message.Payload);
        await work.OnHandle(message.Payload);
    }

    public Task FlushAsync(CancellationToken cancellationToken)
    {
        work.Flushes++;
        work.OnFlush();
        return Task.CompletedTask;
    }
}
