using System.Net;
using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.IntegrationTests.Expos.Timetables;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Matchmaking.IntegrationTests.Expos.Programme;

public sealed class ProgrammePagesTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private readonly World world = new(site);

    [Fact]
    public async Task Firm_sees_its_own_meetings_and_only_once_they_are_shown()
    {
        var shown = new ShownFair(site, await Fair.DraftedAsync(site));
        var (fair, firm) = (shown.Fair, shown.Fair.Korean[0]);
        var before = await shown.ReadAsync(firm);
        Assert.Contains("There is no programme yet", before);
        Assert.DoesNotContain("岩恒", before);

        using var made = await shown.SendAsync("preliminary", ("draft", "1"));
        Assert.Equal(ExpoState.Preliminary, await shown.StateAsync());
        var page = await shown.ReadAsync(firm);
        var placed = await shown.PlacedAsync(firm);
        foreach (var other in fair.Chinese)
        {
            var meets = placed.Any(meeting => meeting.Meeting.A == other.Company || meeting.Meeting.B == other.Company);
            Assert.Equal(meets, page.Contains($"/companies/{other.Company}", StringComparison.Ordinal));
        }

        Assert.All(fair.Korean.Skip(1), other => Assert.DoesNotContain($"/companies/{other.Company}", page));
        Assert.Matches(@"\d\d:\d\d KST · \d\d:\d\d CST", page);

        using var stranger = site.ClientFor((await world.FirmAsync(Country.KR, "Stranger")).UserId);
        using var hidden = await stranger.GetAsync(shown.FirmPage);
        using var foreign = site.ClientFor(await world.ReviewerAsync(Country.KR));
        using var closed = await foreign.GetAsync(shown.Page);
        using var refused = await foreign.SubmitAsync("/account", $"{shown.Page}/publish");
        Assert.All([hidden, closed, refused], answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));

        using var back = await shown.SendAsync("drafts");
        Assert.Equal(ExpoState.DraftSchedule, await shown.StateAsync());
        Assert.DoesNotContain("岩恒", await shown.ReadAsync(firm));
    }

    [Fact]
    public async Task Confirmation_holds_for_the_plan_that_was_seen_and_no_other()
    {
        var shown = await ShownFair.PreliminaryAsync(site);
        var firm = shown.Fair.Korean[1];
        var seen = await shown.RevisionAsync(firm);
        using var confirmed = await shown.SendAsync(firm, "confirm", ("revision", seen));
        Assert.Contains("You confirmed this programme", await shown.ReadAsync(firm));
        Assert.Contains("<dt>Confirmed</dt><dd>1</dd>", await shown.ReadAsync());

        await shown.TakeOffAsync((await shown.PlacedAsync(firm))[0]);
        Assert.Contains("has changed since you confirmed it", await shown.ReadAsync(firm));
        Assert.Contains("<dt>Confirmed</dt><dd>0</dd>", await shown.ReadAsync());
        using var late = await shown.SendAsync(firm, "confirm", ("revision", seen));
        Assert.Contains("<dt>Confirmed</dt><dd>0</dd>", await shown.ReadAsync());

        using var undone = await shown.Fair.SendAsync("1/undo");
        Assert.Contains("<dt>Confirmed</dt><dd>1</dd>", await shown.ReadAsync());
    }

    [Theory]
    [InlineData("en", "Say what", "Settled")]
    [InlineData("ko", "변경", "처리")]
    [InlineData("zh-Hans", "调整", "处理")]
    public async Task Request_for_a_change_reaches_the_organiser_and_is_answered(string language, string unsaid, string settled)
    {
        var shown = await ShownFair.PreliminaryAsync(site, language);
        var firm = shown.Fair.Chinese[0];
        var seen = await shown.RevisionAsync(firm);
        using var client = site.ClientFor(firm.UserId, language);
        using var empty = await client.SubmitAsync(
            shown.FirmPage,
            $"{shown.FirmPage}/change",
            ("Revision", seen),
            ("Reason", "Absent"),
            ("Text", "  ")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        var again = WebUtility.HtmlDecode(await empty.Content.ReadAsStringAsync());
        Assert.Contains("value=\"Absent\" checked", again);

        using var asked = await client.SubmitAsync(
            shown.FirmPage,
            $"{shown.FirmPage}/change",
            ("Revision", seen),
            ("Reason", "Absent"),
            ("Text", "上午到不了")
        );
        Assert.Equal(shown.FirmPage, asked.Headers.Location?.ToString());
        Assert.Contains("上午到不了", await shown.ReadAsync());
        Assert.Contains(unsaid[..2], again);

        var id = await shown.ParticipationAsync(firm);
        using var answered = await shown.SendAsync($"changes/{id}", ("Reply", "已改到下午"));
        Assert.Contains("已改到下午", WebUtility.HtmlDecode(await client.GetStringAsync(shown.FirmPage)));
        Assert.Contains(settled, await shown.ReadAsync());
        using var twice = await shown.SendAsync($"changes/{id}", ("Reply", "另一句"));
        Assert.DoesNotContain("另一句", await shown.ReadAsync());
        using var unknown = await shown.SendAsync($"changes/{Guid.NewGuid()}", ("Reply", ""));
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task Draft_that_breaks_a_rule_is_shown_to_nobody()
    {
        var shown = new ShownFair(site, await Fair.DraftedAsync(site));
        await site.WithDatabaseAsync(db =>
            db.Set<ExpoFirm>()
                .Where(firm => firm.ExpoId == shown.Fair.Id && firm.CompanyId == shown.Fair.Korean[0].Company)
                .ExecuteUpdateAsync(firm => firm.SetProperty(item => item.State, ExpoFirmState.Declined))
        );
        Assert.DoesNotContain("/programme/preliminary", await shown.ReadAsync());
        using var refused = await shown.SendAsync("preliminary", ("draft", "1"));
        Assert.Contains("firms cannot see it", await shown.ReadAsync());
        Assert.Equal(ExpoState.DraftSchedule, await shown.StateAsync());
    }

    [Fact]
    public async Task Other_draft_takes_the_place_of_the_shown_one_after_its_changes_were_looked_at()
    {
        var shown = await ShownFair.PreliminaryAsync(site);
        var fair = shown.Fair;
        await shown.TakeOffAsync((await shown.PlacedAsync(fair.Korean[0]))[0]);
        await fair.RunAsync(Core.Expos.Timetables.Runs.RunScope.GapsOnly);
        using var asked = await fair.SendAsync("2/take");
        Assert.Contains("1 meeting of 2 firms becomes another", await asked.Content.ReadAsStringAsync());
        Assert.Equal(1, (await fair.ExpoAsync()).ShownDraft);

        using var taken = await fair.SendAsync("2/take", ("confirmed", "true"));
        Assert.Equal(2, (await fair.ExpoAsync()).ShownDraft);
        using var discarded = await fair.SendAsync("2/discard", ("confirmed", "true"));
        Assert.Contains("current draft cannot be discarded", await fair.ReadAsync());
    }
}
