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
    public const string OneByOne = "one-by-one";
    public const string OtherKind = "happened-otherwise";

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
            .AddOutboxHandler<RecordingOneByOne>(OneByOne, OtherKind)
            .BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; }

    public RecordedWork Work { get; } = new();

    public OutboxDispatcher Dispatcher => services.GetRequiredService<OutboxDispatcher>();

    public MeasureOutbox Measure => services.GetRequiredService<MeasureOutbox>();

    public WorkerLeases Leases => services.GetRequiredService<WorkerLeases>();

    public Task DispatchAsync() => Dispatcher.DispatchAsync(Handler, CancellationToken.None);

    public OutboxPauses Pauses => services.GetRequiredService<OutboxPauses>();

    public Task AddAsync(params string[] payloads) => AddOfKindAsync(Kind, payloads);

    public Task AddOfKindAsync(string kind, params string[] payloads) =>
        WithDatabaseAsync(async db =>
        {
            var writer = new OutboxWriter(db, services.GetServices<OutboxRoute>(), Clock);
            foreach (var payload in payloads)
            {
                writer.Add(new OutboxEvent(kind, payload));
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

    public int Batches { get; set; }

    public Func<string, Task> OnHandle { get; set; } = _ => Task.CompletedTask;

    /// <summary>Why the message with the payload is never to be tried again.</summary>
    public Func<string, string?> Refuses { get; set; } = _ => null;

    public Action OnBatchEnd { get; set; } = () => { };

    /// <summary>As if the process ended here: nothing goes on.</summary>
    public static Task DieAsync(TaskCompletionSource died)
    {
        died.SetResult();
        return Task.Delay(Timeout.Infinite);
    }
}

internal sealed class RecordingHandler(RecordedWork work) : IOutboxHandler
{
    public async Task<IReadOnlyList<RefusedMessage>> HandleAsync(IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        work.Batches++;
        var refused = new List<RefusedMessage>();
        foreach (var message in messages)
        {
            await work.OnHandle(message.Payload);
            work.Handled.Enqueue(message.Payload);
            if (work.Refuses(message.Payload) is { } reason)
            {
                refused.Add(new RefusedMessage(message, reason));
            }
        }

        work.OnBatchEnd();
        return refused;
    }
}

internal sealed class RecordingOneByOne(RecordedWork work) : OneMessageHandler
{
    protected override async Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        work.Batches++;
        await work.OnHandle(message.Payload);
        work.Handled.Enqueue(message.Payload);
    }
}

internal sealed class AwayException() : UnavailableException("The server is away.", innerException: null);
