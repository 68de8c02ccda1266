using System.Net;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.IntegrationTests.Expos.Programme;
using Matchmaking.IntegrationTests.Expos.Timetables;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Matchmaking.IntegrationTests.Expos.Reports;

/// <summary>Why a wish has no place, and how fair a draft is, without a script.</summary>
public sealed class ReportPagesTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Theory]
    [InlineData("en", "one of them meets somebody else", "all tables are taken", "weighs as much or more")]
    [InlineData("ko", "다른 상담이 있어요", "테이블이 모두 찼어요", "비중이 같거나 더 커요")]
    [InlineData("zh-Hans", "至少一方已有其他洽谈", "洽谈桌已满", "权重都不低于它")]
    public async Task Wish_without_a_place_is_told_why_and_can_be_placed(string language, string busy, string full, string others)
    {
        var fair = await Fair.DraftedAsync(site, language);
        var draft = await fair.DraftAsync();
        var unplaced = draft.Meetings.Single(meeting => meeting.Placement is null);
        var taken = draft.Meetings.Where(meeting => meeting.Placement is not null && Fair.Shares(meeting, unplaced));
        var isNeverFree = taken.DistinctBy(meeting => meeting.Placement!.SlotId).Count() == 4;
        var page = await fair.ReadAsync("/1/why-not");

        Assert.Contains(isNeverFree ? busy : full, page);
        Assert.Contains(others, page);
        Assert.Contains($"Pick={unplaced.MeetingId:N}#picked", page);
        Assert.Contains("Cause=OthersWishedMore", page);
    }

    [Fact]
    public async Task Draft_leads_to_the_wishes_without_a_place_and_keeps_the_firm_that_is_looked_at()
    {
        var fair = await Fair.DraftedAsync(site);
        Assert.Contains($"href=\"{fair.Page}/1/why-not\"", await fair.ReadAsync("/1"));

        var firm = fair.Korean[0].Company;
        Assert.Contains($"href=\"{fair.Page}/1/why-not?Firm={firm}\"", await fair.ReadAsync($"/1?Firm={firm}"));
    }

    [Fact]
    public async Task Wish_without_a_place_can_still_be_placed_when_the_programme_is_published()
    {
        var shown = await ShownFair.PublishedAsync(site);
        var unplaced = (await shown.Fair.DraftAsync()).Meetings.Single(meeting => meeting.Placement is null);
        Assert.Contains($"Pick={unplaced.MeetingId:N}#picked", await shown.Fair.ReadAsync("/1/why-not"));

        using var finished = await shown.Fair.Organiser.SubmitAsync("/account", $"/organise/{shown.Fair.Id}/outcomes/finish");
        Assert.DoesNotContain("Pick=", await shown.Fair.ReadAsync("/1/why-not"));
    }

    [Fact]
    public async Task List_is_filtered_by_cause_and_by_firm()
    {
        var fair = await Fair.DraftedAsync(site);
        var unplaced = (await fair.DraftAsync()).Meetings.Single(meeting => meeting.Placement is null);
        var (pick, stranger) = (
            $"Pick={unplaced.MeetingId:N}",
            fair.Korean.Select(firm => firm.Company).First(firm => firm != unplaced.Meeting.A && firm != unplaced.Meeting.B)
        );

        Assert.Contains(pick, await fair.ReadAsync($"/1/why-not?Cause=OthersWishedMore&Firm={unplaced.Meeting.A}"));
        Assert.DoesNotContain(pick, await fair.ReadAsync("/1/why-not?Cause=NoInterpreter"));
        Assert.Contains("No wish fits the filter", await fair.ReadAsync($"/1/why-not?Firm={stranger}"));
        using var unknown = await fair.Organiser.GetAsync($"{fair.Page}/1/why-not?Cause=Weather");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task What_is_said_to_help_helps()
    {
        var fair = await Fair.DraftedAsync(site);
        var gone = (await fair.DraftAsync()).Meetings.First(meeting => meeting.Placement is not null);
        using var taken = await fair.SendAsync("1/take-off", ("meeting", $"{gone.MeetingId}"));
        var page = await fair.ReadAsync("/1/why-not?Cause=PlaceAtHand");
        Assert.Contains("Nothing is in the way", page);
        Assert.Contains($"Pick={gone.MeetingId:N}#picked", page);

        using var put = await fair.SendAsync(
            "1/put",
            ("meeting", $"{gone.MeetingId}"),
            ("cell", $"{gone.Placement!.SlotId}:{gone.Placement.TableId}")
        );
        Assert.Equal(8, (await fair.DraftAsync()).Figures.Placed);
        Assert.DoesNotContain("Nothing is in the way", await fair.ReadAsync("/1/why-not"));
    }

    [Fact]
    public async Task Wish_of_a_firm_that_has_left_is_told_so_and_nothing_helps()
    {
        var fair = await Fair.DraftedAsync(site);
        var unplaced = (await fair.DraftAsync()).Meetings.Single(meeting => meeting.Placement is null);
        await site.WithDatabaseAsync(db =>
            db.Set<ExpoFirm>()
                .Where(firm => firm.ExpoId == fair.Id && firm.CompanyId == unplaced.Meeting.A)
                .ExecuteUpdateAsync(firm => firm.SetProperty(item => item.State, ExpoFirmState.Declined))
        );
        var page = await fair.ReadAsync("/1/why-not");

        Assert.Contains("One side has left", page);
        Assert.Contains("Nothing alone", page);
        Assert.DoesNotContain("Find a place", page);
    }

    [Fact]
    public async Task No_thanks_shows_nowhere()
    {
        var fair = await Fair.ClosedAsync(site, refusing: true);
        await fair.RunAsync();
        var page = await fair.ReadAsync("/1/why-not");

        Assert.Contains("Every wish has its place", page);
        Assert.DoesNotContain("NoThanks", page);
    }

    [Theory]
    [InlineData("en", "Wishes given")]
    [InlineData("ko", "희망받음")]
    [InlineData("zh-Hans", "收到意向")]
    public async Task Fairness_counts_what_each_firm_wished_and_got(string language, string column)
    {
        var fair = await Fair.DraftedAsync(site, language);
        var draft = await fair.DraftAsync();
        var unplaced = draft.Meetings.Single(meeting => meeting.Placement is null);
        var page = await fair.ReadAsync("/1/fairness");

        Assert.Contains(column, page);
        Assert.Equal(2, page.Split("67%").Length - 1);
        Assert.Equal(4, page.Split("100%").Length - 1);
        Assert.Contains("aria-sort=\"ascending\"", page);

        var sorted = await fair.ReadAsync("/1/fairness?Order=Share");
        var first = sorted[sorted.IndexOf("<tbody", sorted.IndexOf("id=\"firms\"", StringComparison.Ordinal), StringComparison.Ordinal)..];
        first = first[..first.IndexOf("</tr>", StringComparison.Ordinal)];
        Assert.Contains(new[] { unplaced.Meeting.A, unplaced.Meeting.B }, firm => first.Contains($"Firm={firm}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Firm_below_its_minimum_is_found_by_the_filter()
    {
        var fair = await Fair.DraftedAsync(site);
        var unplaced = (await fair.DraftAsync()).Meetings.Single(meeting => meeting.Placement is null);
        await site.WithDatabaseAsync(db =>
            db.Set<ExpoFirm>()
                .Where(firm => firm.ExpoId == fair.Id && firm.CompanyId == unplaced.Meeting.B)
                .ExecuteUpdateAsync(firm => firm.SetProperty(item => item.MinMeetings, 3))
        );

        var page = await fair.ReadAsync("/1/fairness?Only=BelowMinimum");
        Assert.Contains($"Firm={unplaced.Meeting.B}", page);
        Assert.DoesNotContain($"Firm={unplaced.Meeting.A}", page);
        Assert.Contains("No firm fits the filter", await fair.ReadAsync("/1/fairness?Only=Without"));
    }

    [Theory]
    [InlineData("why-not")]
    [InlineData("fairness")]
    public async Task Nobody_but_the_organiser_reads_a_report(string report)
    {
        var (fair, other) = (await Fair.DraftedAsync(site), await Fair.ClosedAsync(site));
        using var firm = site.ClientFor(fair.Korean[0].UserId);
        using var foreign = await other.Organiser.GetAsync($"{fair.Page}/1/{report}");
        using var refused = await firm.GetAsync($"{fair.Page}/1/{report}");
        using var missing = await fair.Organiser.GetAsync($"{fair.Page}/7/{report}");

        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }
}
