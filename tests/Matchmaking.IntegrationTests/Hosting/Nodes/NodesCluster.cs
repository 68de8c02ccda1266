using Matchmaking.Core.Common;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.IntegrationTests.Database.PostgreSql;
using Matchmaking.IntegrationTests.Matching;
using Matchmaking.IntegrationTests.Matching.Elasticsearch;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Matchmaking.IntegrationTests.Hosting.Nodes;

/// <summary>What nodes share: a database and a search index of their own on real servers, and a mail server.</summary>
internal sealed class NodesCluster : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("matchmaking-nodes-").FullName;
    private readonly MailCatcher catcher = new();
    private readonly ElasticsearchServer search;
    private readonly string connection = PostgreSqlDatabase.ConnectionTo($"matchmaking_nodes_{Guid.NewGuid():N}");

    private NodesCluster(ElasticsearchServer search)
    {
        this.search = search;
        Market = new NodesMarket(connection);
    }

    public NodesMarket Market { get; }

    public IReadOnlyCollection<string> Mails => catcher.Mails;

    /// <summary>Skips the test that asks where a server is missing.</summary>
    public static async Task<NodesCluster> CreateAsync()
    {
        Assert.SkipUnless(PostgreSqlDatabase.IsAvailable, PostgreSqlDatabase.SkipReason);
        return new NodesCluster(await ElasticsearchServer.FindAsync(9, secured: false));
    }

    /// <param name="name">Of a folder of its own, which no other node sees.</param>
    public Task<BuiltSite> StartAsync(string name)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Data__Folder"] = Path.Combine(folder, name),
            ["Database__Provider"] = "PostgreSql",
            ["Database__ConnectionString"] = connection,
            ["Language__Encoder"] = "None",
            ["Shutdown__DrainSeconds"] = "1",
            ["Mail__Sender"] = "Smtp",
            ["Mail__From"] = "desk@nodes.example",
            ["Mail__Smtp__Host"] = "127.0.0.1",
            ["Mail__Smtp__Port"] = $"{catcher.Port}",
            ["Mail__Smtp__Security"] = "None",
        };
        foreach (var (key, value) in search.Settings().Where(setting => setting.Value is not null))
        {
            settings[key.Replace(":", "__", StringComparison.Ordinal)] = value!;
        }

        return BuiltSite.StartAsync(settings, TestContext.Current.CancellationToken);
    }

    /// <summary>Waits until nothing is left to be done for the index and the mails.</summary>
    public Task SettledAsync(TimeSpan patience) =>
        Eventually.TrueAsync(
            () => Market.WithDatabaseAsync(async db => !await db.OutboxMessages.AnyAsync(message => message.ProcessedAt == null)),
            patience
        );

    /// <summary>The same firms in the same versions, and no other ones. Leaves an empty index.</summary>
    public async Task IndexEqualsTheDatabaseAsync()
    {
        var firms = await Market.WithDatabaseAsync(db =>
            (
                from company in db.Companies
                where db.Listings.Any(listing => listing.CompanyId == company.Id && listing.State == ListingState.Published)
                select new { company.Id, company.IndexVersion }
            ).ToListAsync()
        );
        await using var node = new IndexNode(folder, search.Settings(), TimeProvider.System.GetUtcNow());
        async Task<HashSet<CompanyId>> FoundAsync() =>
            [.. (await node.Index.SearchAsync(new PartnerQuery { Limit = firms.Count + 10 }, default)).Select(hit => hit.Id)];

        Assert.Equal([.. firms.Select(firm => firm.Id)], await FoundAsync());
        Assert.Equal(firms.Count, (await node.Index.StatisticsAsync([], default)).Documents);
        // No document is older than the database's version if a removal of that version changes nothing, and none newer if the next one does.
        await node.Index.WriteAsync([.. firms.Select(firm => PartnerChange.Removal(firm.Id, firm.IndexVersion))], default);
        Assert.Equal([.. firms.Select(firm => firm.Id)], await FoundAsync());
        await node.Index.WriteAsync([.. firms.Select(firm => PartnerChange.Removal(firm.Id, firm.IndexVersion + 1))], default);
        Assert.Empty(await FoundAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await search.WipeAsync();
        search.Dispose();
        PostgreSqlDatabase.Drop(connection);
        catcher.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
