using Matchmaking.Core.Matching.Indexing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Matchmaking.IntegrationTests.Matching.Elasticsearch;

/// <summary>The engine with an empty index on a server that answers as a test has it.</summary>
public abstract class ScriptedPeerTests : IAsyncLifetime
{
    private ServiceProvider process = null!;

    private protected ScriptedPeer Peer { get; private set; } = null!;

    protected IPartnerIndex Index => process.GetRequiredService<IPartnerIndex>();

    public async ValueTask InitializeAsync()
    {
        Peer = await ScriptedPeer.StartAsync();
        process = ScriptedPeer.Process(Peer.Address);
        await Index.RebuildAsync();
        Peer.Requests.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await process.DisposeAsync();
        await Peer.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
