using System.Net;
using Matchmaking.Core.Auditing;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.IntegrationTests.Expos.Timetables;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Matchmaking.IntegrationTests.Expos.Programme;

/// <summary>A firm that leaves an expo takes its meetings along, whoever takes it out.</summary>
public sealed class LeavingFirmTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Fact]
    public async Task Removed_firm_loses_its_meetings_in_every_draft_after_these_were_counted()
    {
        var shown = new ShownFair(site, await Fair.DraftedAsync(site));
        var (fair, firm) = (shown.Fair, shown.Fair.Korean[0]);
        await fair.RunAsync(Core.Expos.Timetables.Runs.RunScope.GapsOnly);
        var placed = (await shown.PlacedAsync(firm)).Count;
        var id = await shown.ParticipationAsync(firm);
        using var asked = await fair.Organiser.SubmitAsync("/account", $"/organise/{fair.Id}/remove/firms", ("ids", $"{id}"));
        Assert.Contains($"{placed} meetings of the current draft lose their place", await asked.Content.ReadAsStringAsync());
        Assert.Equal(placed, (await shown.PlacedAsync(firm)).Count);

        using var removed = await fair.Organiser.SubmitAsync(
            "/account",
            $"/organise/{fair.Id}/remove/firms",
            ("ids", $"{id}"),
            ("confirmed", "true")
        );
        Assert.Empty(await shown.PlacedAsync(firm));
        Assert.Empty(await shown.PlacedAsync(firm, draft: 2));
        Assert.Equal(8 - placed, (await fair.DraftAsync()).Figures.Placed);
    }

    [Fact]
    public async Task Firm_that_cannot_come_after_all_sees_what_it_loses_only_where_it_was_shown()
    {
        var shown = new ShownFair(site, await Fair.DraftedAsync(site));
        var (fair, firm) = (shown.Fair, shown.Fair.Chinese[1]);
        using var client = site.ClientFor(firm.UserId);
        var leave = $"/expos/{fair.Id}/leave";
        Assert.Contains("No meeting of yours has been announced", await client.GetStringAsync(leave));

        using var made = await shown.SendAsync("preliminary", ("draft", "1"));
        var placed = await shown.PlacedAsync(firm);
        Assert.Contains($"<span class=\"count\">{placed.Count}</span>", await client.GetStringAsync(leave));
        using var left = await client.SubmitAsync("/account", leave);

        Assert.Equal($"/expos/{fair.Id}", left.Headers.Location?.ToString());
        Assert.Empty(await shown.PlacedAsync(firm));
        using var gone = await client.GetAsync(shown.FirmPage);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        using var twice = await client.SubmitAsync("/account", leave);
        Assert.Contains("Somebody else changed this", await client.GetStringAsync($"/expos/{fair.Id}"));
        Assert.Contains(
            AuditActions.ExpoLeft,
            await site.WithDatabaseAsync(db =>
                db.Set<AuditEntry>().Where(entry => entry.SubjectId == fair.Id.Value).Select(entry => entry.Action).ToListAsync()
            )
        );
    }

    [Fact]
    public async Task Firm_can_still_be_removed_from_a_published_expo_and_its_partners_are_told()
    {
        var shown = await ShownFair.PublishedAsync(site);
        var (fair, firm) = (shown.Fair, shown.Fair.Korean[2]);
        var placed = await shown.PlacedAsync(firm);
        var id = await shown.ParticipationAsync(firm);
        using var asked = await fair.Organiser.SubmitAsync("/account", $"/organise/{fair.Id}/remove/firms", ("ids", $"{id}"));
        Assert.Contains($"{placed.Count} meetings of the published programme are cancelled", await asked.Content.ReadAsStringAsync());
        using var removed = await fair.Organiser.SubmitAsync(
            "/account",
            $"/organise/{fair.Id}/remove/firms",
            ("ids", $"{id}"),
            ("confirmed", "true")
        );

        Assert.Equal(ExpoState.Published, await shown.StateAsync());
        Assert.Contains($"Tell the firms ({placed.Count + 1})", await shown.ReadAsync());
    }
}
