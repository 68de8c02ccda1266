using System.Net;
using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Expos.Timetables.Runs;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Matchmaking.IntegrationTests.Expos.Timetables;

public sealed class SchedulePagesTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Theory]
    [InlineData("en", "8 / 9", "Draft 1", "Without a place")]
    [InlineData("ko", "8 / 9", "초안 1", "미배정")]
    [InlineData("zh-Hans", "8 / 9", "草案1", "未安排")]
    public async Task Organiser_searches_and_reads_the_draft_in_every_language(
        string language,
        string placed,
        string draft,
        string unplaced
    )
    {
        var fair = await Fair.ClosedAsync(site, language);
        Assert.DoesNotContain(draft, await fair.ReadAsync());
        var run = await fair.RunAsync();

        Assert.Equal((RunState.Done, 1, 9), (run.State, run.Draft, run.Wished));
        Assert.Equal(ExpoState.DraftSchedule, (await fair.ExpoAsync()).State);
        var page = await fair.ReadAsync();
        Assert.Contains(draft, page);
        Assert.Contains(placed, page);
        var grid = await fair.ReadAsync("/1");
        Assert.Contains(unplaced, grid);
        Assert.Contains("한빛1", grid);
        Assert.Equal(8, grid.Split("data-meeting=").Length - 1);
        Assert.Equal(16, (await fair.ReadAsync("/1?Part=Firms")).Split("data-meeting=").Length - 1);
        Assert.Contains("岩恒", await fair.ReadAsync("/1/why-not"));
        Assert.Contains(AuditActions.ExpoScheduleAsked, await TrailAsync(fair.Id));
        var trail = WebUtility.HtmlDecode(await fair.Organiser.GetStringAsync("/audit"));
        Assert.Contains(" · 10 s", trail);
        Assert.DoesNotContain("Anew, ", trail);
    }

    [Fact]
    public async Task Pair_of_which_one_says_no_thanks_is_not_spoken_of()
    {
        var fair = await Fair.ClosedAsync(site, refusing: true);
        var run = await fair.RunAsync();

        Assert.Equal(8, run.Wished);
        Assert.DoesNotContain(
            (await fair.DraftAsync()).Meetings,
            meeting =>
                new[] { fair.Korean[0].Company, fair.Chinese[0].Company }.Contains(meeting.Meeting.A)
                && new[] { fair.Korean[0].Company, fair.Chinese[0].Company }.Contains(meeting.Meeting.B)
        );
    }

    [Theory]
    [InlineData("en", "cannot hold together")]
    [InlineData("ko", "한꺼번에 지킬 수 없어요")]
    [InlineData("zh-Hans", "无法同时满足")]
    public async Task Search_that_must_place_everything_names_what_cannot_hold_together(string language, string told)
    {
        var fair = await Fair.ClosedAsync(site, language);
        var run = await fair.RunAsync(placesAll: true);

        Assert.Equal(RunState.Infeasible, run.State);
        Assert.Equal(ExpoState.Closed, (await fair.ExpoAsync()).State);
        var page = await fair.ReadAsync();
        Assert.Contains(told, page);
        Assert.Contains("한빛1", page);
    }

    [Fact]
    public async Task Nothing_is_searched_before_wishes_are_closed()
    {
        var expos = new ExpoWorld(site);
        var firm = await expos.VerifiedAsync(Country.KR, "Hanbit");
        var id = await expos.InvitedAsync(firm);
        var person = await site.WithDatabaseAsync(db =>
            db.Memberships.Where(member => db.Set<Expo>().Any(expo => expo.Id == id && expo.AgencyId == member.AgencyId))
                .Select(member => member.UserId)
                .SingleAsync()
        );
        using var organiser = site.ClientFor(person);
        using var asked = await organiser.SubmitAsync("/account", $"/organise/{id}/schedule/run", ("Seconds", "10"));

        Assert.False(await site.WithDatabaseAsync(db => db.Set<ScheduleRun>().AnyAsync(run => run.ExpoId == id)));
        Assert.Contains("wishes are still open", await organiser.GetStringAsync(asked.Headers.Location));
    }

    [Fact]
    public async Task Draft_beside_another_is_compared_made_current_and_the_other_discarded()
    {
        var fair = await Fair.DraftedAsync(site);
        await fair.RunAsync();
        using var first = await fair.SendAsync("1/discard", ("confirmed", "true"));
        Assert.Contains("current draft cannot be discarded", await fair.ReadAsync());
        Assert.Contains("Draft 1 and draft 2", await fair.ReadAsync("/compare?one=1&other=2"));

        using var taken = await fair.SendAsync("2/take");
        using var asked = await fair.SendAsync("1/discard");
        Assert.Contains("cannot be brought back", await asked.Content.ReadAsStringAsync());
        Assert.Equal(8, (await fair.DraftAsync()).Meetings.Count(meeting => meeting.Placement is not null));
        using var discarded = await fair.SendAsync("1/discard", ("confirmed", "true"));

        using var gone = await fair.Organiser.GetAsync($"{fair.Page}/1");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.NotNull((await fair.DraftAsync(2)).TakenAt);
        Assert.Subset(
            (await TrailAsync(fair.Id)).ToHashSet(),
            new HashSet<string> { AuditActions.ExpoDraftTaken, AuditActions.ExpoDraftDiscarded }
        );
    }

    [Fact]
    public async Task Meeting_of_a_pair_has_one_id_in_all_drafts()
    {
        var fair = await Fair.DraftedAsync(site);
        await fair.RunAsync();

        Assert.Equal(
            (await fair.DraftAsync()).Meetings.Select(meeting => meeting.MeetingId).Order(),
            (await fair.DraftAsync(2)).Meetings.Select(meeting => meeting.MeetingId).Order()
        );
    }

    [Fact]
    public async Task Schedule_of_another_agency_is_not_there()
    {
        var fair = await Fair.DraftedAsync(site);
        using var other = site.ClientFor(await new World(site).ReviewerAsync(Country.KR));
        foreach (var part in new[] { "", "/progress", "/compare?one=1&other=1", "/1", "/1?Part=Firms" })
        {
            using var answer = await other.GetAsync(fair.Page + part);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        var meeting = (await fair.DraftAsync()).Meetings[0].MeetingId.ToString();
        var cell = $"{Guid.NewGuid()}:{Guid.NewGuid()}";
        foreach (var part in new[] { "run", "stop", "1/take", "1/discard", "1/put", "1/take-off", "1/undo", "1/lock" })
        {
            using var answer = await other.SubmitAsync(
                "/account",
                $"{fair.Page}/{part}",
                ("Seconds", "10"),
                ("meeting", meeting),
                ("cell", cell),
                ("confirmed", "true"),
                ("locks", "true")
            );
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        Assert.DoesNotContain((await fair.DraftAsync()).Meetings, item => item.IsLocked);
    }

    private async Task<IReadOnlyList<string>> TrailAsync(ExpoId id) =>
        await site.WithDatabaseAsync(db =>
            db.Set<AuditEntry>().Where(entry => entry.SubjectId == id.Value).Select(entry => entry.Action).ToListAsync()
        );
}
