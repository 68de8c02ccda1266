using Matchmaking.Core.Companies;
using Matchmaking.Core.Data;
using Matchmaking.Core.Language.Glossary;
using Matchmaking.Core.Language.Lexicon;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Indexing.Rebuilds;
using Matchmaking.Core.Outbox;
using Matchmaking.Core.Terms;
using Matchmaking.IntegrationTests.Outbox;
using Matchmaking.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Matchmaking.IntegrationTests.Matching;

/// <summary>A process with a database, an index and the outbox between them; several may follow each other on the same ones.</summary>
internal sealed class IndexNode : IAsyncDisposable
{
    public const string Mail = "mail-test";
    public const string MailKind = "mail-asked";

    private readonly ServiceProvider services;

    /// <param name="folder">Of the database, and of an index that is embedded.</param>
    public IndexNode(string folder, IReadOnlyDictionary<string, string?> settings, DateTimeOffset now)
    {
        Clock = new FakeTimeProvider(now);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([.. settings, new("Language:Encoder", "None")]).Build();
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(Mails)
            .AddData(configuration, folder)
            .AddGlossary(null)
            .AddLexicon(null)
            .AddOutbox()
            .AddCompanies()
            .AddListings()
            .AddTerms()
            .AddMatching()
            .AddOutboxHandler<RecordingOneByOne>(Mail, MailKind)
            .AddSearch(configuration, Path.Combine(folder, "index"))
            .AddFaults()
            .BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; }

    public FaultyIndex Index => (FaultyIndex)services.GetRequiredService<IPartnerIndex>();

    public RecordedWork Mails { get; } = new();

    public OutboxPauses Pauses => services.GetRequiredService<OutboxPauses>();

    public Task DispatchAsync(string handler, CancellationToken cancellationToken) =>
        services.GetRequiredService<OutboxDispatcher>().DispatchAsync(handler, cancellationToken);

    public async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> work)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<T> WithDatabaseAsync<T>(Func<AppDbContext, Task<T>> work) => WithAsync(work);

    public Task<RebuiltIndex?> RebuildAsync() =>
        WithAsync<RunIndexRebuild, RebuiltIndex?>(rebuild => rebuild.ExecuteAsync(progress: null, CancellationToken.None));

    /// <summary>Messages that are not done.</summary>
    public Task<List<OutboxMessage>> OpenAsync(string handler) =>
        WithDatabaseAsync(db =>
            db.OutboxMessages.AsNoTracking().Where(message => message.Handler == handler && message.ProcessedAt == null).ToListAsync()
        );

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
