using System.Net;
using System.Text.Json;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.IntegrationTests.Site;
using Matchmaking.Search;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Matchmaking.IntegrationTests.Matching.Elasticsearch;

/// <summary>A real server that is killed, stopped or blocked, and comes back.</summary>
public sealed class ElasticsearchFaultTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private OwnElasticsearch own = null!;
    private ElasticsearchServer server = null!;

    public async ValueTask InitializeAsync()
    {
        own = await OwnElasticsearch.StartAsync();
        server = new ElasticsearchServer(own.Address);
    }

    public async ValueTask DisposeAsync()
    {
        if (own is not null)
        {
            server.Dispose();
            await own.DisposeAsync();
        }
    }

    [Fact]
    public async Task What_was_written_when_the_server_was_killed_is_there_and_the_rest_can_be_sent_again()
    {
        await using var process = Process();
        var index = process.GetRequiredService<IPartnerIndex>();
        await index.RebuildAsync();
        var batches = Enumerable.Range(0, 40).Select(_ => Enumerable.Range(0, 100).Select(_ => Change()).ToList()).ToList();
        var written = 0;
        var writing = Task.Run(async () =>
        {
            foreach (var batch in batches)
            {
                Assert.Empty(await index.WriteAsync(batch, default));
                Interlocked.Increment(ref written);
            }
        });
        await Eventually.TrueAsync(() => Task.FromResult(Volatile.Read(ref written) >= 3), Patience);

        await own.KillAsync();

        await Assert.ThrowsAsync<PartnerIndexUnavailableException>(() => writing);
        await own.StartAgainAsync();
        await Eventually.TrueAsync(async () => await index.StateAsync(default) == PartnerIndexState.Ready, Patience);
        var kept = batches.Take(written).SelectMany(batch => batch).Select(change => change.Id).ToHashSet();
        await Eventually.TrueAsync(async () => kept.IsSubsetOf(await FoundAsync(index)), Patience);
        foreach (var batch in batches)
        {
            Assert.Empty(await index.WriteAsync(batch, default));
        }

        Assert.Equal(4000, (await index.StatisticsAsync([], default)).Documents);
    }

    [Fact]
    public async Task Site_goes_on_without_its_search_server_and_catches_up_by_itself()
    {
        await using var factory = new SiteFactory();
        using var site = factory.WithWebHostBuilder(builder =>
        {
            foreach (var (key, value) in server.Settings())
            {
                builder.UseSetting(key, value);
            }

            // Waits between attempts at the server follow the site's clock.
            builder.ConfigureTestServices(services => services.AddSingleton(TimeProvider.System));
        });
        using var client = site.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        await Eventually.TrueAsync(async () => await CheckAsync(client, "index") == "Healthy", Patience);
        var firm = await FirmAsync(site.Services, DateTime.UtcNow);

        await own.KillAsync();
        await TellAsync(site.Services, firm);

        await Eventually.TrueAsync(async () => await CheckAsync(client, "outbox") == "Degraded", Patience);
        await Eventually.TrueAsync(async () => await CheckAsync(client, "index") == "Degraded", Patience);
        using (var ready = await client.GetAsync("/health/ready"))
        {
            Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        }

        using (var api = await client.GetAsync("/api/search?q=수산화리튬"))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, api.StatusCode);
            Assert.NotNull(api.Headers.RetryAfter);
            using var problem = JsonDocument.Parse(await api.Content.ReadAsStringAsync());
            Assert.Equal("search.unavailable", problem.RootElement.GetProperty("code").GetString());
        }

        foreach (
            var (language, words) in new[]
            {
                ("zh-CN", "暂时无法搜索"),
                ("ko", "검색과 파트너 순위를 볼 수 없어요"),
                ("en", "not at hand just now"),
            }
        )
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/search?q=수산화리튬");
            request.Headers.AcceptLanguage.ParseAdd(language);
            using var page = await client.SendAsync(request);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
            Assert.Contains(words, await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using (var empty = await client.GetAsync("/search"))
        {
            Assert.Equal(HttpStatusCode.OK, empty.StatusCode);
        }

        await own.StartAgainAsync();

        var index = site.Services.GetRequiredService<IPartnerIndex>();
        await Eventually.TrueAsync(
            async () => await index.StateAsync(default) == PartnerIndexState.Ready && (await FoundAsync(index)).Contains(firm),
            Patience
        );
        await Eventually.TrueAsync(async () => await CheckAsync(client, "outbox") == "Healthy", Patience);
    }

    [Fact]
    public async Task Index_that_is_blocked_for_writing_is_found_out_and_written_into_when_the_block_is_gone()
    {
        await using var process = Process();
        var index = process.GetRequiredService<IPartnerIndex>();
        await index.RebuildAsync();
        var name = Assert.Single(await server.IndicesAsync());

        foreach (var block in new[] { "index.blocks.write", "index.blocks.read_only_allow_delete", "index.blocks.read_only" })
        {
            await server.SendAsync(HttpMethod.Put, $"{name}/_settings", new Dictionary<string, object?> { [block] = true });
            var away = await Assert.ThrowsAsync<PartnerIndexUnavailableException>(() => index.WriteAsync([Change()], default));
            Assert.Contains("cluster_block_exception", away.Message, StringComparison.Ordinal);
            await server.SendAsync(HttpMethod.Put, $"{name}/_settings", new Dictionary<string, object?> { [block] = null });
        }

        Assert.Empty(await index.WriteAsync([Change()], default));
    }

    private static async Task<HashSet<CompanyId>> FoundAsync(IPartnerIndex index)
    {
        try
        {
            return [.. (await index.SearchAsync(new PartnerQuery { Limit = 5000 }, default)).Select(hit => hit.Id)];
        }
        catch (PartnerIndexUnavailableException)
        {
            return [];
        }
    }

    private static PartnerChange Change() => PartnerChange.Of(Firms.Firm(Country.CN, "甲", Firms.Offer("铜箔")).Document());

    private static async Task<string?> CheckAsync(HttpClient client, string check)
    {
        using var answer = await client.GetAsync("/health/ready");
        using var health = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return health.RootElement.GetProperty("checks").GetProperty(check).GetProperty("status").GetString();
    }

    /// <summary>With something live, of which nobody has been told.</summary>
    private static async Task<CompanyId> FirmAsync(IServiceProvider services, DateTime now)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Core.Data.AppDbContext>();
        var person = new Core.Identity.AppUser
        {
            Id = Guid.CreateVersion7(),
            DisplayName = "Kim",
            UserName = "kim@example.com",
        };
        var firm = FaultFirms.Register(1, now);
        db.AddRange(person, firm, FaultFirms.Published(firm.Id, person.Id, now));
        await db.SaveChangesAsync();
        return firm.Id;
    }

    private static async Task TellAsync(IServiceProvider services, CompanyId firm)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SaveIndexedChange>().ExecuteAsync(firm, CancellationToken.None);
    }

    private ServiceProvider Process() =>
        new ServiceCollection()
            .AddLogging()
            .AddSearch(
                new ConfigurationBuilder().AddInMemoryCollection([.. server.Settings(), new("Language:Encoder", "None")]).Build(),
                folder: string.Empty
            )
            .BuildServiceProvider();
}
