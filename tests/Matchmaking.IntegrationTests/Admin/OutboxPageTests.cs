using System.Net;
using Matchmaking.Core.Auditing;
using Matchmaking.Core.Outbox;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Matchmaking.IntegrationTests.Admin;

public sealed class OutboxPageTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private readonly World world = new(site);

    [Fact]
    public async Task Administrator_sees_what_was_given_up_and_has_it_tried_again_which_is_recorded()
    {
        var handler = Handler();
        var id = (await AddAsync(handler, OutboxMessage.AttemptLimit)).Single();
        using var client = site.ClientFor(await world.AdministratorAsync());

        var page = await client.GetStringAsync($"/admin/outbox?handler={handler}");
        using var answer = await client.SubmitAsync($"/admin/outbox?handler={handler}", $"/admin/outbox/{id}/retry", ("handler", handler));

        Assert.Contains("The mail server &lt;b&gt; is away", page);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal($"/admin/outbox?handler={handler}", answer.Headers.Location?.ToString());
        Assert.Equal([0], await AttemptsAsync(handler));
        var entry = await site.WithDatabaseAsync(db => db.Set<AuditEntry>().SingleAsync(item => item.SubjectId == id));
        Assert.Equal((AuditActions.OutboxRetried, "Admin"), (entry.Action, entry.ActorName));
    }

    [Fact]
    public async Task Stranger_does_not_learn_that_the_page_exists()
    {
        var stranger = await world.PersonAsync();
        using var client = site.ClientFor(stranger);

        using var page = await client.GetAsync("/admin/outbox");
        using var post = await client.SubmitAsync("/account", "/admin/outbox/retry");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (page.StatusCode, post.StatusCode));
    }

    [Fact]
    public async Task Page_shows_only_the_handler_and_the_state_that_are_asked_for()
    {
        var (handler, other) = (Handler(), Handler());
        await AddAsync(handler, OutboxMessage.AttemptLimit, "given-up");
        await AddAsync(handler, 2, "still-waiting");
        await AddAsync(other, OutboxMessage.AttemptLimit, "of-another");
        using var client = site.ClientFor(await world.AdministratorAsync());

        var all = await client.GetStringAsync($"/admin/outbox?handler={handler}");
        var givenUp = await client.GetStringAsync($"/admin/outbox?handler={handler}&state=GivenUp");
        var waiting = await client.GetStringAsync($"/admin/outbox?handler={handler}&state=Waiting");

        Assert.Equal((true, true, false), Shows(all));
        Assert.Equal((true, false, false), Shows(givenUp));
        Assert.Equal((false, true, false), Shows(waiting));

        static (bool, bool, bool) Shows(string page) =>
            (
                page.Contains("given-up<", StringComparison.Ordinal),
                page.Contains("still-waiting<", StringComparison.Ordinal),
                page.Contains("of-another<", StringComparison.Ordinal)
            );
    }

    [Fact]
    public async Task All_that_were_given_up_of_one_handler_are_tried_again_and_nothing_else()
    {
        var (handler, other) = (Handler(), Handler());
        await AddAsync(handler, OutboxMessage.AttemptLimit, "1", "2", "3");
        await AddAsync(handler, 4);
        await AddAsync(other, OutboxMessage.AttemptLimit);
        using var client = site.ClientFor(await world.AdministratorAsync());

        using var answer = await client.SubmitAsync($"/admin/outbox?handler={handler}", "/admin/outbox/retry", ("handler", handler));
        using var page = await client.GetAsync(answer.Headers.Location);

        Assert.Contains("3 messages are tried again now.", await page.Content.ReadAsStringAsync());
        Assert.Equal([0, 0, 0, 4], await AttemptsAsync(handler));
        Assert.Equal([OutboxMessage.AttemptLimit], await AttemptsAsync(other));
        Assert.True(await site.WithDatabaseAsync(db => db.Set<AuditEntry>().AnyAsync(item => item.Subject == $"{handler} · 3")));
    }

    [Fact]
    public async Task Long_list_is_shown_in_pages()
    {
        var handler = Handler();
        await AddAsync(handler, 1, [.. Enumerable.Range(1, ShowOutbox.PageSize + 1).Select(number => $"row-{number:D3}")]);
        using var client = site.ClientFor(await world.AdministratorAsync());

        var first = await client.GetStringAsync($"/admin/outbox?handler={handler}");
        var second = await client.GetStringAsync($"/admin/outbox?handler={handler}&page=2");

        Assert.Contains("row-001<", first);
        Assert.DoesNotContain($"row-{ShowOutbox.PageSize + 1:D3}<", first);
        Assert.Contains($"row-{ShowOutbox.PageSize + 1:D3}<", second);
        Assert.Contains("page=2", first);
    }

    /// <summary>One that no node here has, so that nobody takes its messages meanwhile.</summary>
    private static string Handler() => $"retired-{Guid.NewGuid():N}";

    private Task<List<int>> AttemptsAsync(string handler) =>
        site.WithDatabaseAsync(db =>
            db.OutboxMessages.Where(item => item.Handler == handler).Select(item => item.Attempts).Order().ToListAsync()
        );

    private Task<List<Guid>> AddAsync(string handler, int attempts, params string[] payloads) =>
        site.WithDatabaseAsync(async db =>
        {
            var now = site.Clock.GetUtcNow().UtcDateTime;
            var messages = (payloads.Length == 0 ? ["1"] : payloads)
                .Select(
                    (payload, place) =>
                        new OutboxMessage
                        {
                            Handler = handler,
                            Kind = "anything",
                            Payload = payload,
                            CreatedAt = now.AddSeconds(place),
                            NotBefore = now,
                            Attempts = attempts,
                            LastError = "The mail server <b> is away\nat somewhere",
                        }
                )
                .ToList();
            db.AddRange(messages);
            await db.SaveChangesAsync();
            return messages.ConvertAll(message => message.Id);
        });
}
