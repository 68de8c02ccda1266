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
        Assert.Contains("tell the organiser", await client.GetStringAsync($"/expos/{fair.Id}"));
        using var twice = await client.SubmitAsync("/account", leave);
        Assert.Contains("Somebody else changed this", await client.GetStringAsync($"/expos/{fair.Id}"));
        Assert.Contains(
            AuditActions.ExpoLeft,
            await site.WithDatabaseAsync(db =>
                db.Set<AuditEntry>().Where(entry => entry.SubjectId == fair.Id.Value).Select(entry => entry.Action).ToListAsync()
            )
        );
    }

    [Theory]
    [InlineData("en", "It comes after all")]
    [InlineData("ko", "참가로 바꾸기")]
    [InlineData("zh-Hans", "改为参加")]
    public async Task Firm_that_left_is_taken_back_by_one_press_and_its_meetings_wait_for_a_place(string language, string press)
    {
        var shown = await ShownFair.PreliminaryAsync(site, language);
        var (fair, firm) = (shown.Fair, shown.Fair.Chinese[1]);
        var page = $"/organise/{fair.Id}/firms/{await shown.ParticipationAsync(firm)}";
        Assert.DoesNotContain(press, await fair.Organiser.GetStringAsync(page));
        using var client = site.ClientFor(firm.UserId);
        using var left = await client.SubmitAsync("/account", $"/expos/{fair.Id}/leave");
        Assert.Contains(page, await fair.Organiser.GetStringAsync($"/organise/{fair.Id}/firms"));
        Assert.Contains(press, await fair.Organiser.GetStringAsync(page));
        Assert.Equal(3, await WithdrawnAsync(fair));

        using var back = await fair.Organiser.SubmitAsync(page, $"{page}/take-back");
        Assert.Empty(await shown.PlacedAsync(firm));
        Assert.Equal(0, await WithdrawnAsync(fair));
        Assert.Equal(
            1,
            await site.WithDatabaseAsync(db =>
                db.Set<AuditEntry>().CountAsync(entry => entry.SubjectId == fair.Id.Value && entry.Action == AuditActions.ExpoFirmTakenBack)
            )
        );
        using var programme = await client.GetAsync(shown.FirmPage);
        Assert.Equal(HttpStatusCode.OK, programme.StatusCode);

        await fair.RunAsync(Core.Expos.Timetables.Runs.RunScope.GapsOnly);
        Assert.NotEmpty(await shown.PlacedAsync(firm, draft: 2));
    }

    [Fact]
    public async Task Firm_is_taken_back_by_nobody_but_the_organiser_and_not_once_the_expo_is_over()
    {
        var shown = await ShownFair.PublishedAsync(site);
        var (fair, firm, other) = (shown.Fair, shown.Fair.Chinese[1], await Fair.ClosedAsync(site));
        var page = $"/organise/{fair.Id}/firms/{await shown.ParticipationAsync(firm)}";
        using var client = site.ClientFor(firm.UserId);
        using var left = await client.SubmitAsync("/account", $"/expos/{fair.Id}/leave");
        using var foreign = await other.Organiser.SubmitAsync("/account", $"{page}/take-back");
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);

        using var finished = await fair.Organiser.SubmitAsync("/account", $"/organise/{fair.Id}/outcomes/finish");
        using var late = await fair.Organiser.SubmitAsync("/account", $"{page}/take-back");
        Assert.Equal(
            ExpoFirmState.Declined,
            await site.WithDatabaseAsync(db =>
                db.Set<ExpoFirm>()
                    .Where(item => item.ExpoId == fair.Id && item.CompanyId == firm.Company)
                    .Select(item => item.State)
                    .SingleAsync()
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

    /// <summary>How many wishes count no more, since one side does not come.</summary>
    private static async Task<int> WithdrawnAsync(Fair fair)
    {
        using var answer = await fair.Organiser.GetAsync($"{fair.Page}/1/why-not?Cause=Withdrawn");
        return System.Text.RegularExpressions.Regex.Count(await answer.Content.ReadAsStringAsync(), "<tr>") is > 0 and var rows
            ? rows - 1
            : 0;
    }
}
