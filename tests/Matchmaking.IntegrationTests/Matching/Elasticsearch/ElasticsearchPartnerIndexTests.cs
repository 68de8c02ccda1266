using Matchmaking.Core.Common;
using Matchmaking.Core.Language;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Scoring;
using Matchmaking.Search;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Matchmaking.IntegrationTests.Matching.Elasticsearch;

public sealed class Elasticsearch8Tests() : ElasticsearchPartnerIndexTests(8, secured: false);

public sealed class Elasticsearch9Tests() : ElasticsearchPartnerIndexTests(9, secured: false);

/// <summary>TLS with an authority of its own, and a key that opens the product's indices alone.</summary>
public sealed class SecuredElasticsearchTests() : ElasticsearchPartnerIndexTests(8, secured: true);

public abstract class ElasticsearchPartnerIndexTests(int major, bool secured) : PartnerIndexContract, IAsyncLifetime
{
    private ElasticsearchServer server = null!;
    private ServiceProvider process = null!;

    protected override IPartnerIndex Index => process.GetRequiredService<IPartnerIndex>();

    public async ValueTask InitializeAsync()
    {
        server = await ElasticsearchServer.FindAsync(major, secured);
        process = Start("plane");
        await Index.RebuildAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await process.DisposeAsync();
            await server.WipeAsync();
            server.Dispose();
        }

        GC.SuppressFinalize(this);
    }

    protected override void Restart()
    {
        process.Dispose();
        process = Start("plane");
    }

    [Fact]
    public async Task Missing_index_and_one_of_another_encoder_ask_for_a_rebuild_and_are_found_empty()
    {
        Assert.Equal(PartnerIndexState.Ready, await Index.StateAsync(default));
        await Index.WriteAsync([PartnerChange.Of(Firm().Document())], default);
        await using (var other = Start("another-plane"))
        {
            var index = other.GetRequiredService<IPartnerIndex>();
            Assert.Equal(PartnerIndexState.NeedsRebuild, await index.StateAsync(default));
            Assert.Empty(await index.SearchAsync(new PartnerQuery { Limit = 10 }, default));
        }

        await server.WipeAsync();

        await using var next = Start("plane");
        Assert.Equal(PartnerIndexState.NeedsRebuild, await next.GetRequiredService<IPartnerIndex>().StateAsync(default));
        Assert.Empty(await Index.SearchAsync(new PartnerQuery { Limit = 10 }, default));
        Assert.Equal(0, (await Index.StatisticsAsync(["铜箔"], default)).Documents);
    }

    [Fact]
    public async Task Without_an_index_nothing_is_written_and_no_index_comes_about()
    {
        await server.WipeAsync();

        Assert.Empty(await Index.WriteAsync([PartnerChange.Of(Firm().Document())], default));

        Assert.Empty(await server.IndicesAsync());
    }

    [Fact]
    public async Task Version_of_the_product_that_takes_over_gets_the_work_of_the_old_one()
    {
        await using var newer = Start("another-plane");
        var next = newer.GetRequiredService<IPartnerIndex>();
        var (during, after) = (Firm(), Firm());
        await Assert.ThrowsAsync<PartnerIndexUnavailableException>(() => next.WriteAsync([PartnerChange.Of(during.Document())], default));

        await next.RebuildAsync(RebuildingAsync(), default);

        async IAsyncEnumerable<IReadOnlyList<PartnerDocument>> RebuildingAsync()
        {
            await Assert.ThrowsAsync<PartnerIndexUnavailableException>(() =>
                Index.WriteAsync([PartnerChange.Of(after.Document())], default)
            );
            await next.WriteAsync([PartnerChange.Of(during.Document())], default);
            yield return [];
        }

        await Assert.ThrowsAsync<PartnerIndexUnavailableException>(() => Index.WriteAsync([PartnerChange.Of(after.Document())], default));
        await next.WriteAsync([PartnerChange.Of(after.Document())], default);
        Assert.Equal(2, (await next.SearchAsync(new PartnerQuery { Limit = 10 }, default)).Count);
    }

    [Fact]
    public async Task Nodes_of_an_upgrade_search_each_the_index_of_their_own_version()
    {
        var (before, after) = (Firm(), Firm());
        await Index.RebuildAsync(before.Document());
        await using var newer = Start("another-plane");
        var next = newer.GetRequiredService<IPartnerIndex>();
        Assert.Equal(PartnerIndexState.NeedsRebuild, await next.StateAsync(default));

        await next.RebuildAsync(before.Document(), after.Document());

        await using var restarted = Start("plane");
        foreach (var old in new[] { Index, restarted.GetRequiredService<IPartnerIndex>() })
        {
            Assert.Equal(PartnerIndexState.Ready, await old.StateAsync(default));
            Assert.Equal(before.Id, Assert.Single(await old.SearchAsync(new PartnerQuery { Limit = 10 }, default)).Id);
            Assert.Equal(1, (await old.StatisticsAsync(["铜箔"], default)).Documents);
        }

        Assert.Equal(PartnerIndexState.Ready, await next.StateAsync(default));
        Assert.Equal(2, (await next.SearchAsync(new PartnerQuery { Limit = 10 }, default)).Count);
        await next.DropOldGenerationsAsync(default);
        await Index.DropOldGenerationsAsync(default);
        Assert.Equal(1, (await Index.StatisticsAsync(["铜箔"], default)).Documents);
        await using var tomorrow = Start("another-plane", new LaterClock(TimeSpan.FromHours(25)));
        await tomorrow.GetRequiredService<IPartnerIndex>().DropOldGenerationsAsync(default);
        Assert.Single(await server.IndicesAsync());
    }

    [Fact]
    public async Task Operator_who_goes_back_to_the_former_version_rebuilds_its_index()
    {
        await Index.RebuildAsync(Firm().Document());
        await using var newer = Start("another-plane");
        var next = newer.GetRequiredService<IPartnerIndex>();
        await next.RebuildAsync(Firm().Document());
        var late = PartnerChange.Of(Firm().Document());
        await Assert.ThrowsAsync<PartnerIndexUnavailableException>(() => Index.WriteAsync([late], default));

        await Index.RebuildAsync(Firm().Document());

        Assert.Empty(await Index.WriteAsync([late], default));
        Assert.Equal(2, (await Index.SearchAsync(new PartnerQuery { Limit = 10 }, default)).Count);
        await Assert.ThrowsAsync<PartnerIndexUnavailableException>(() => next.WriteAsync([late], default));
    }

    [Fact]
    public async Task Replaced_generation_is_kept_for_a_day_and_an_unfinished_one_until_the_next_round()
    {
        await Index.RebuildAsync(Firm().Document());
        await server.SendAsync(
            HttpMethod.Put,
            $"{server.Prefix}-{Guid.CreateVersion7():N}",
            new { aliases = new Dictionary<string, object> { [$"{server.Prefix}-write-{Guid.NewGuid():N}"] = new { } } }
        );
        Assert.Equal(3, (await Index.GenerationsAsync(default)).Count);

        await Index.DropOldGenerationsAsync(default);

        Assert.Equal(
            [PartnerGenerationState.Searched, PartnerGenerationState.Kept],
            (await Index.GenerationsAsync(default)).Select(generation => generation.State)
        );
        await using var tomorrow = Start("plane", new LaterClock(TimeSpan.FromHours(25)));
        await tomorrow.GetRequiredService<IPartnerIndex>().DropOldGenerationsAsync(default);
        Assert.Single(await server.IndicesAsync());
    }

    [Fact]
    public async Task What_the_server_cannot_read_is_refused_with_its_reason_and_the_others_are_written()
    {
        // Longer than a term may be.
        var (good, bad) = (Firm(), Firm() with { Region = new string('x', 40_000) });
        var refused = Assert.Single(await Index.WriteAsync([PartnerChange.Of(good.Document()), PartnerChange.Of(bad.Document())], default));

        Assert.Equal(bad.Id, refused.Id);
        Assert.Contains("region", refused.Reason, StringComparison.Ordinal);
        Assert.Equal(good.Id, Assert.Single(await Index.SearchAsync(new PartnerQuery { Limit = 10 }, default)).Id);
    }

    private static FirmText Firm() => Firms.Firm(Country.CN, "甲", Firms.Offer("铜箔"));

    private ServiceProvider Start(string encoder, TimeProvider? clock = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(server.Settings()).Build();
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton(clock ?? TimeProvider.System)
            .AddSearch(configuration, folder: string.Empty)
            .AddSingleton<ITextEncoder>(new Plane(encoder))
            .BuildServiceProvider();
    }

    /// <summary>The vectors of these tests have two dimensions.</summary>
    private sealed class Plane(string id) : ITextEncoder
    {
        public string Id => id;

        public int Dimensions => 2;

        public float[] Encode(string text) => throw new NotSupportedException();
    }

    private sealed class LaterClock(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
    }
}
