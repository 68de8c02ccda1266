using System.Collections.Concurrent;
using System.Net;
using Matchmaking.Core.Common;
using Matchmaking.Core.Listings;
using Matchmaking.IntegrationTests.Site;
using Xunit;

namespace Matchmaking.IntegrationTests.Hosting.Nodes;

/// <summary>One of two nodes is stopped as a supervisor stops it, while people are at work on it.</summary>
public sealed class NodeStopTests : IAsyncLifetime
{
    private const int DoneBeforeTheStop = 3;

    private readonly ConcurrentQueue<ListingId> acknowledged = [];
    private readonly List<string> errors = [];
    private NodesCluster cluster = null!;

    private NodesMarket Market => cluster.Market;

    public async ValueTask InitializeAsync() => cluster = await NodesCluster.CreateAsync();

    public async ValueTask DisposeAsync()
    {
        if (cluster is not null)
        {
            await cluster.DisposeAsync();
        }
    }

    [Fact]
    public async Task Node_that_is_stopped_finishes_what_it_has_begun_and_leaves_the_rest_to_the_other_one()
    {
        using var one = await cluster.StartAsync("one");
        using var two = await cluster.StartAsync("two");
        await Market.FillAsync();
        using var owner = new NodesVisitor();
        await owner.SignInAsync(one, NodesMarket.Owner);
        var body = new HeldBody();
        var begun = owner.PostAsync(one, "/account", $"/listings/{Market.Live[0]}/withdraw", body);
        await body.Held;
        var asking = AskWhileReadyAsync(one, owner);
        await Eventually.TrueAsync(() => Task.FromResult(acknowledged.Count >= DoneBeforeTheStop));

        var ended = one.StopAsync(TestContext.Current.CancellationToken);
        await asking;
        await Eventually.TrueAsync(() => RefusesAsync(one, owner));
        Assert.False(ended.IsCompleted);
        body.Release();
        using var answer = await begun;

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(0, await ended);
        Assert.Empty(errors);
        Assert.Equal(acknowledged.Append(Market.Live[0]).ToHashSet(), await Market.InStateAsync(ListingState.Withdrawn));
        Assert.Equal(HttpStatusCode.OK, await owner.GetAsync(two, "/listings"));
        await cluster.SettledAsync(TimeSpan.FromMinutes(1));
        await cluster.IndexEqualsTheDatabaseAsync();
    }

    /// <summary>As behind a balancer: a node that says that it is not ready is asked no more.</summary>
    private async Task AskWhileReadyAsync(BuiltSite node, NodesVisitor owner)
    {
        foreach (var id in Market.Live.Skip(1))
        {
            if (await owner.GetAsync(node, "/health/ready") != HttpStatusCode.OK)
            {
                return;
            }

            using var answer = await owner.PostAsync(node, node, "/account", $"/listings/{id}/withdraw");
            if (answer.StatusCode == HttpStatusCode.Redirect)
            {
                acknowledged.Enqueue(id);
            }
            else
            {
                errors.Add($"{id} answered {(int)answer.StatusCode}.");
            }
        }
    }

    private static async Task<bool> RefusesAsync(BuiltSite node, NodesVisitor visitor)
    {
        try
        {
            await visitor.GetAsync(node, "/health/live");
            return false;
        }
        catch (HttpRequestException)
        {
            return true;
        }
    }
}
