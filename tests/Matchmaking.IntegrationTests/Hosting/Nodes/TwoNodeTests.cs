using System.Collections.Concurrent;
using System.Net;
using Matchmaking.Core.Common;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Moderation;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using Xunit;

namespace Matchmaking.IntegrationTests.Hosting.Nodes;

/// <summary>Two processes of the built site on one PostgreSQL and one Elasticsearch, with people at work on both.</summary>
public sealed class TwoNodeTests : IAsyncLifetime
{
    private const int Workers = 4;
    private const int DoneBeforeTheKill = 20;

    private readonly ConcurrentQueue<Work> open = [];
    private readonly ConcurrentBag<Work> acknowledged = [];
    private readonly ConcurrentBag<string> errors = [];
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
    public async Task What_was_answered_survives_the_death_of_a_node_and_nothing_is_done_twice()
    {
        using var one = await cluster.StartAsync("one");
        using var two = await cluster.StartAsync("two");
        await Market.FillAsync();
        using var reviewer = new NodesVisitor();
        using var owner = new NodesVisitor();
        await reviewer.SignInAsync(one, NodesMarket.Reviewer);
        await owner.SignInAsync(two, NodesMarket.Owner);
        Assert.Equal(HttpStatusCode.OK, await reviewer.GetAsync(two, "/reviews"));
        Assert.Equal(HttpStatusCode.OK, await owner.GetAsync(one, "/listings"));
        foreach (var work in Market.Reviewed.Select(item => new Work(item.Id, item.Version)).Concat(Market.Live.Select(id => new Work(id))))
        {
            open.Enqueue(work);
        }

        var nodes = new Nodes(one, two);
        var working = Enumerable.Range(0, Workers).Select(number => WorkAsync(nodes, reviewer, owner, number)).ToArray();
        await Eventually.TrueAsync(() => Task.FromResult(acknowledged.Count >= DoneBeforeTheKill), TimeSpan.FromMinutes(3));
        await KillLeaseHolderAsync(nodes);
        await Task.WhenAll(working);

        Assert.Empty(errors);
        Assert.Equal(HttpStatusCode.OK, await reviewer.GetAsync(nodes.Survivor, "/reviews"));
        Assert.Equal(HttpStatusCode.OK, await owner.GetAsync(nodes.Survivor, "/listings"));
        await cluster.SettledAsync(TimeSpan.FromMinutes(2));
        var published = await Market.InStateAsync(ListingState.Published);
        var withdrawn = await Market.InStateAsync(ListingState.Withdrawn);
        Assert.Subset(published, acknowledged.Where(work => work.IsReview).Select(work => work.Id).ToHashSet());
        Assert.Subset(withdrawn, acknowledged.Where(work => !work.IsReview).Select(work => work.Id).ToHashSet());
        Assert.Equal(Market.Reviewed.Select(item => item.Id).ToHashSet(), published);
        Assert.Equal(Market.Live.ToHashSet(), withdrawn);
        await EachMailCameOnceAsync(published.Count);
        Assert.Equal(published, (await owner.SearchAsync(nodes.Survivor, NodesMarket.Word)).ToHashSet());
        await cluster.IndexEqualsTheDatabaseAsync();
    }

    /// <summary>Reads each form at one node and sends it to the other, as long as both live.</summary>
    private async Task WorkAsync(Nodes nodes, NodesVisitor reviewer, NodesVisitor owner, int turn)
    {
        while (open.TryDequeue(out var work))
        {
            var (shown, asked) = nodes.Next(turn++);
            try
            {
                using var answer = work.IsReview
                    ? await reviewer.PostAsync(
                        shown,
                        asked,
                        "/account",
                        $"/reviews/{work.Id}/decide",
                        ("decision", nameof(ReviewDecision.Published)),
                        ("version", $"{work.Version}")
                    )
                    : await owner.PostAsync(shown, asked, "/account", $"/listings/{work.Id}/withdraw");
                if (answer.StatusCode == HttpStatusCode.Redirect)
                {
                    acknowledged.Add(work);
                }
                else if (!work.WasCutOff)
                {
                    errors.Add($"{work} answered {(int)answer.StatusCode}.");
                }
            }
            catch (HttpRequestException)
            {
                // Cut off by the kill: the person asks again, and finds it done or not.
                Assert.True(nodes.IsOneKilled);
                open.Enqueue(work with { WasCutOff = true });
            }
        }
    }

    /// <summary>In the middle of its work: it holds the lease of the index or of the mails.</summary>
    private async Task KillLeaseHolderAsync(Nodes nodes)
    {
        BuiltSite? holding = null;
        await Eventually.TrueAsync(async () =>
        {
            holding = nodes.Holding(
                await Market.WithDatabaseAsync(db =>
                    db.WorkerLeases.Where(lease => lease.Name.StartsWith("outbox:")).Select(lease => lease.Holder).ToListAsync()
                )
            );
            return holding is not null;
        });
        nodes.Kill(holding!);
    }

    /// <summary>
    /// A mail that was handed over at the moment of the kill is handed over again, under the same id, by which mail servers and programs know
    /// it; no other one twice.
    /// </summary>
    private async Task EachMailCameOnceAsync(int expected)
    {
        var mails = new List<MimeMessage>();
        foreach (var text in cluster.Mails)
        {
            using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
            mails.Add(await MimeMessage.LoadAsync(stream));
        }

        Assert.All(mails, mail => Assert.Equal(NodesMarket.Owner, Assert.Single(mail.To.Mailboxes).Address));
        Assert.Equal(expected, mails.DistinctBy(mail => mail.Subject).Count());
        Assert.Equal(expected, mails.DistinctBy(mail => mail.MessageId).Count());
        Assert.InRange(mails.Count, expected, expected + 1);
    }

    /// <param name="Version">Of a listing to be published; null for one to be withdrawn.</param>
    private sealed record Work(ListingId Id, long? Version = null, bool WasCutOff = false)
    {
        public bool IsReview => Version is not null;
    }

    private sealed class Nodes(BuiltSite one, BuiltSite two)
    {
        private volatile BuiltSite? killed;

        public bool IsOneKilled => killed is not null;

        public BuiltSite Survivor => killed == one ? two : one;

        public BuiltSite? Holding(IEnumerable<string> leases) =>
            new[] { one, two }.FirstOrDefault(node =>
                leases.Any(holder => holder.Contains($":{node.ProcessId}:", StringComparison.Ordinal))
            );

        public void Kill(BuiltSite node)
        {
            killed = node;
            node.Kill();
        }

        public (BuiltSite Shown, BuiltSite Asked) Next(int turn) =>
            IsOneKilled ? (Survivor, Survivor)
            : turn % 2 == 0 ? (one, two)
            : (two, one);
    }
}
