using Matchmaking.Core.Outbox;
using Matchmaking.IntegrationTests.Site;
using Xunit;

namespace Matchmaking.IntegrationTests.Hosting;

public sealed class HealthTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Fact]
    public async Task Site_is_live_and_ready_for_anybody_who_asks()
    {
        using var client = site.ClientFor();

        Assert.Equal("Healthy", await client.GetStringAsync("/health/live"));
        Assert.Contains(await client.GetStringAsync("/health/ready"), new[] { "Healthy", "Degraded" });
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

        using var answer = await client.GetAsync("/health/ready");

        Assert.True(answer.IsSuccessStatusCode);
        Assert.Equal("Degraded", await answer.Content.ReadAsStringAsync());
    }
}
