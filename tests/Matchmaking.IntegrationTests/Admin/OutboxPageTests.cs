using System.Net;
using Matchmaking.Core.Common;
using Matchmaking.Core.Outbox;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Matchmaking.IntegrationTests.Admin;

public sealed class OutboxPageTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Fact]
    public async Task Administrator_sees_what_was_given_up_and_has_it_tried_again()
    {
        var id = await ParkedAsync();
        var world = new World(site);
        var administrator = await world.PersonAsync("Admin");
        await site.WithDatabaseAsync(db =>
            db.Users.Where(user => user.Id == administrator)
                .ExecuteUpdateAsync(user => user.SetProperty(item => item.IsAdministrator, true))
        );
        using var client = site.ClientFor(administrator);
        var firm = await world.FirmAsync(Country.KR, "Hanbit");
        using var stranger = site.ClientFor(firm.UserId);

        var page = await client.GetStringAsync("/admin/outbox");
        using var refused = await stranger.GetAsync("/admin/outbox");
        using var answer = await client.SubmitAsync("/admin/outbox", $"/admin/outbox/{id}/retry");

        Assert.Contains("The mail server &lt;b&gt; is away", page);
        Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(
            0,
            await site.WithDatabaseAsync(db => db.OutboxMessages.Where(item => item.Id == id).Select(item => item.Attempts).SingleAsync())
        );
    }

    /// <summary>Of a handler that no node here has, so that nobody takes it meanwhile.</summary>
    private Task<Guid> ParkedAsync() =>
        site.WithDatabaseAsync(async db =>
        {
            var now = site.Clock.GetUtcNow().UtcDateTime;
            var message = new OutboxMessage
            {
                Handler = "retired",
                Kind = "anything",
                Payload = "1",
                CreatedAt = now,
                NotBefore = now,
                Attempts = OutboxMessage.AttemptLimit,
                LastError = "The mail server <b> is away\nat somewhere",
            };
            db.Add(message);
            await db.SaveChangesAsync();
            return message.Id;
        });
}
