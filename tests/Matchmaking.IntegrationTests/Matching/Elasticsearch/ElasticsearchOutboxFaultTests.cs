using Xunit;

namespace Matchmaking.IntegrationTests.Matching.Elasticsearch;

public sealed class ElasticsearchOutboxFaultTests : OutboxFaultContract, IAsyncLifetime
{
    private ElasticsearchServer server = null!;

    protected override IReadOnlyDictionary<string, string?> Settings => server.Settings();

    public async ValueTask InitializeAsync() => server = await ElasticsearchServer.FindAsync(9, secured: false);

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.WipeAsync();
            server.Dispose();
        }

        Dispose();
    }

    protected override Task WipeAsync() => server.WipeAsync();
}
