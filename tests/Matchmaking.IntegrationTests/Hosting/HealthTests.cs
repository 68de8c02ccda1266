using System.Net;
using System.Text.Json;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Outbox;
using Matchmaking.IntegrationTests.Site;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Xunit;

namespace Matchmaking.IntegrationTests.Hosting;

public sealed class HealthTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Fact]
    public async Task Site_is_live_and_ready_for_anybody_who_asks()
    {
        using var client = site.ClientFor();

        Assert.Equal("Healthy", await client.GetStringAsync("/health/live"));
        await Eventually.TrueAsync(async () => await StatusAsync(site, "index") == "Healthy");
        Assert.Equal("Healthy", await StatusAsync(site, "database"));
    }

    [Fact]
    public async Task Message_that_was_given_up_degrades_the_site_which_stays_ready()
    {
        var now = site.Clock.GetUtcNow().UtcDateTime;
        await site.WithDatabaseAsync(async db =>
        {
            db.Add(
                new OutboxMessage
                {
                    Handler = "nobody",
                    Kind = "nothing",
                    Payload = string.Empty,
                    CreatedAt = now,
                    NotBefore = now,
                    Attempts = OutboxMessage.AttemptLimit,
                }
            );
            return await db.SaveChangesAsync();
        });
        using var client = site.ClientFor();

        // An answer of just before counts for a while.
        await Eventually.TrueAsync(async () => await StatusAsync(site, "outbox") == "Degraded");
        using var answer = await client.GetAsync("/health/ready");

        Assert.True(answer.IsSuccessStatusCode);
        using var health = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal("Degraded", health.RootElement.GetProperty("status").GetString());
        var outbox = health.RootElement.GetProperty("checks").GetProperty("outbox");
        Assert.Equal("Degraded", outbox.GetProperty("status").GetString());
        Assert.Equal(1, outbox.GetProperty("data").GetProperty("givenUp").GetInt32());
    }

    [Theory]
    [InlineData(PartnerIndexState.NeedsRebuild, HttpStatusCode.OK, "Degraded")]
    [InlineData(PartnerIndexState.Unavailable, HttpStatusCode.OK, "Degraded")]
    [InlineData(null, HttpStatusCode.ServiceUnavailable, "Unhealthy")]
    public async Task Site_is_ready_while_its_index_is_built_or_away_and_not_when_it_cannot_be_opened(
        PartnerIndexState? state,
        HttpStatusCode expected,
        string status
    )
    {
        using var other = site.WithWebHostBuilder(builder =>
            builder.ConfigureTestServices(services => services.AddSingleton<IPartnerIndex>(new UnfinishedIndex(state)))
        );
        using var client = other.CreateClient();

        using var answer = await client.GetAsync("/health/ready");

        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal(status, await StatusAsync(other, "index"));
        Assert.DoesNotContain("/secret/folder", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Whoever_asks_often_does_not_have_the_servers_asked_as_often()
    {
        var check = new CountedCheck();
        using var other = site.WithWebHostBuilder(builder =>
            builder
                .UseSetting("Data:Folder", Path.Combine(site.DataFolder, "counted"))
                .ConfigureTestServices(services => services.AddHealthChecks().AddCheck("counted", check))
        );
        using var client = other.CreateClient();

        var asking = Enumerable.Range(0, 20).Select(_ => client.GetAsync("/health/ready")).ToList();
        await Eventually.TrueAsync(() => Task.FromResult(check.Asked > 0));
        check.Answer.SetResult(HealthCheckResult.Healthy());
        var answers = await Task.WhenAll(asking);
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(1, check.Asked);

        await Eventually.TrueAsync(async () => await StatusAsync(other, "counted") == "Healthy" && check.Asked == 2);
    }

    private static async Task<string?> StatusAsync(WebApplicationFactory<Program> asked, string check)
    {
        using var client = asked.CreateClient();
        using var answer = await client.GetAsync("/health/ready");
        using var health = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return health.RootElement.GetProperty("checks").GetProperty(check).GetProperty("status").GetString();
    }

    /// <summary>An index whose rebuild never comes to its end; without a state it cannot be opened.</summary>
    private sealed class UnfinishedIndex(PartnerIndexState? state) : IPartnerIndex
    {
        public Task<PartnerIndexState> StateAsync(CancellationToken cancellationToken) =>
            state is { } known ? Task.FromResult(known) : throw new IOException("/secret/folder is in use");

        public Task<IReadOnlyList<PartnerHit>> SearchAsync(PartnerQuery query, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<PartnerHit>>([]);

        public Task<TermStatistics> StatisticsAsync(IReadOnlyCollection<string> terms, CancellationToken cancellationToken) =>
            Task.FromResult(TermStatistics.None);

        public Task<IReadOnlyList<RefusedChange>> WriteAsync(
            IReadOnlyCollection<PartnerChange> changes,
            CancellationToken cancellationToken
        ) => Task.FromResult<IReadOnlyList<RefusedChange>>([]);

        public async Task<IReadOnlyList<RefusedChange>> RebuildAsync(
            IAsyncEnumerable<IReadOnlyList<PartnerDocument>> documents,
            CancellationToken cancellationToken
        )
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return [];
        }

        public Task<IReadOnlyList<PartnerGeneration>> GenerationsAsync(CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<PartnerGeneration>>([]);

        public Task DropOldGenerationsAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task<int> ForgetRemovedAsync(DateTime before, CancellationToken cancellationToken) => Task.FromResult(0);
    }

    private sealed class CountedCheck : IHealthCheck
    {
        private int asked;

        public int Asked => asked;

        public TaskCompletionSource<HealthCheckResult> Answer { get; } = new();

        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref asked);
            return Answer.Task;
        }
    }
}
