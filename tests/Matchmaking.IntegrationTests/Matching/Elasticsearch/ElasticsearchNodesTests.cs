using System.Net;
using System.Net.Sockets;
using Matchmaking.Core.Common;
using Matchmaking.Core.Matching.Indexing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Matchmaking.IntegrationTests.Matching.Elasticsearch;

/// <summary>Nodes that cannot be reached, or are silent, beside one that answers and alone.</summary>
public sealed class ElasticsearchNodesTests : ScriptedPeerTests
{
    [Fact]
    public async Task Another_node_answers_for_one_that_cannot_be_reached()
    {
        await using var two = ScriptedPeer.Process(new Uri("http://127.0.0.1:9"), Peer.Address);
        var index = two.GetRequiredService<IPartnerIndex>();

        for (var number = 0; number < 6; number++)
        {
            Assert.Empty(await index.SearchAsync(new PartnerQuery { Limit = 10 }, default));
            Assert.Empty(await index.WriteAsync([PartnerChange.Removal(CompanyId.New(), 1)], default));
        }
    }

    [Fact]
    public async Task Work_goes_to_another_node_where_a_connection_never_comes()
    {
        using var full = new TcpListener(IPAddress.Loopback, 0);
        full.Start(backlog: 0);
        using var one = new TcpClient();
        using var two = new TcpClient();
        var waiting = new[] { one, two }.Select(client => client.ConnectAsync((IPEndPoint)full.LocalEndpoint)).ToList();
        await waiting[0];
        await using var nodes = ScriptedPeer.Process(new Uri($"http://{full.LocalEndpoint}"), Peer.Address);
        var index = nodes.GetRequiredService<IPartnerIndex>();

        for (var number = 0; number < 3; number++)
        {
            Assert.Empty(await index.WriteAsync([PartnerChange.Removal(CompanyId.New(), 1)], default));
        }

        Assert.Equal(3, Peer.Bulks.Count);
    }

    [Fact]
    public async Task All_who_come_to_a_silent_server_together_wait_once()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var connections = 0;
        _ = AcceptAsync();
        await using var nodes = ScriptedPeer.Process(new Uri($"http://{silent.LocalEndpoint}"));
        var index = nodes.GetRequiredService<IPartnerIndex>();

        var answers = Enumerable.Range(0, 8).Select(_ => index.SearchAsync(new PartnerQuery { Limit = 10 }, default)).ToList();
        await Assert.ThrowsAsync<PartnerIndexUnavailableException>(() => Task.WhenAll(answers));

        Assert.All(answers, answer => Assert.True(answer.IsFaulted));
        Assert.Equal(1, connections);

        async Task AcceptAsync()
        {
            var open = new List<TcpClient>();
            while (true)
            {
                open.Add(await silent.AcceptTcpClientAsync());
                connections++;
            }
        }
    }

    [Fact]
    public async Task Another_node_answers_for_one_that_is_silent()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        await using var two = ScriptedPeer.Process(new Uri($"http://{silent.LocalEndpoint}"), Peer.Address);
        var index = two.GetRequiredService<IPartnerIndex>();
        var failures = 0;

        for (var number = 0; number < 8; number++)
        {
            try
            {
                await index.SearchAsync(new PartnerQuery { Limit = 10 }, default);
            }
            catch (PartnerIndexUnavailableException)
            {
                failures++;
            }
        }

        // The one that was given up waiting for it; from then on it is passed over.
        Assert.InRange(failures, 0, 1);
    }
}
