using System.Net;
using Matchmaking.Core.Common;
using Matchmaking.IntegrationTests.Site;
using Xunit;

namespace Matchmaking.IntegrationTests.Meetings;

public sealed class MeetingPagesTests : IDisposable
{
    private readonly SiteFactory site = new();
    private readonly MeetingSite meetings;

    public MeetingPagesTests() => meetings = new MeetingSite(site);

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task A_request_is_countered_accepted_moved_and_cancelled_and_one_calendar_entry_follows()
    {
        var (korean, chinese) = await meetings.FirmsAsync();
        var page = await meetings.AskedAsync(korean, chinese, MeetingSite.Thursday, MeetingSite.Friday);

        await AssertDoneAsync(meetings.StepAsync(chinese, page, "times", ("Suggested", MeetingSite.Monday), ("Minutes", "45")));
        Assert.Contains("10:00 KST · 09:00 CST", await meetings.PageAsync(korean, page), StringComparison.Ordinal);
        await AssertDoneAsync(meetings.StepAsync(korean, page, "accept", ("Time", MeetingSite.Monday)));
        var first = await meetings.CalendarAsync(korean, page);

        await AssertDoneAsync(meetings.StepAsync(chinese, page, "times", ("Suggested", MeetingSite.Friday), ("Minutes", "45")));
        Assert.Equal(first.Entry.Start, (await meetings.CalendarAsync(korean, page)).Entry.Start);
        await AssertDoneAsync(meetings.StepAsync(korean, page, "accept", ("Time", MeetingSite.Friday)));
        var moved = await meetings.CalendarAsync(chinese, page);

        await AssertDoneAsync(meetings.StepAsync(korean, page, "cancel", ("Reason", "사정이 생겼어요")));
        var cancelled = await meetings.CalendarAsync(chinese, page);

        Assert.Equal(["REQUEST", "REQUEST", "CANCEL"], new[] { first, moved, cancelled }.Select(calendar => calendar.Method));
        Assert.Single(new[] { first, moved, cancelled }.Select(calendar => calendar.Entry.Uid).Distinct());
        Assert.Equal([0, 1, 2], new[] { first, moved, cancelled }.Select(calendar => calendar.Entry.Sequence));
        Assert.Equal(MeetingSite.Moment(MeetingSite.Monday), first.Entry.Start!.AsUtc);
        Assert.Equal(MeetingSite.Moment(MeetingSite.Friday), moved.Entry.Start!.AsUtc);
        Assert.Contains("사정이 생겼어요", await meetings.PageAsync(chinese, page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contact_details_open_with_the_yes_and_not_before()
    {
        var (korean, chinese) = await meetings.FirmsAsync();
        var page = await meetings.AskedAsync(korean, chinese, MeetingSite.Thursday);
        var profile = $"/companies/{chinese.Company}";
        Assert.DoesNotContain(MeetingSite.Contact, await meetings.PageAsync(korean, page), StringComparison.Ordinal);
        Assert.DoesNotContain(MeetingSite.Contact, await meetings.PageAsync(chinese, page), StringComparison.Ordinal);
        Assert.DoesNotContain(MeetingSite.Contact, await meetings.PageAsync(korean, profile), StringComparison.Ordinal);

        await AssertDoneAsync(meetings.StepAsync(chinese, page, "accept", ("Time", MeetingSite.Thursday)));

        Assert.Contains(MeetingSite.Contact, await meetings.PageAsync(korean, page), StringComparison.Ordinal);
        Assert.Contains(MeetingSite.Contact, await meetings.PageAsync(chinese, page), StringComparison.Ordinal);
        Assert.Contains(MeetingSite.Contact, await meetings.PageAsync(korean, profile), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contact_details_stay_closed_after_a_no()
    {
        var (korean, chinese) = await meetings.FirmsAsync();
        var page = await meetings.AskedAsync(korean, chinese, MeetingSite.Thursday);

        await AssertDoneAsync(meetings.StepAsync(chinese, page, "decline", ("Reason", "")));

        Assert.DoesNotContain(MeetingSite.Contact, await meetings.PageAsync(korean, page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_everybody_else_a_meeting_is_not_there()
    {
        var (korean, chinese) = await meetings.FirmsAsync();
        var page = await meetings.AskedAsync(korean, chinese, MeetingSite.Thursday);
        await AssertDoneAsync(meetings.StepAsync(chinese, page, "accept", ("Time", MeetingSite.Thursday)));
        var stranger = await meetings.World.FirmAsync(Country.CN, "宁波恒彩");
        using var client = meetings.As(stranger);

        foreach (var path in new[] { page, $"{page}/calendar.ics", $"{page}/times", $"/meetings/{MeetingRequestId.New()}" })
        {
            using var answer = await client.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        foreach (var step in new[] { "accept", "agree", "decline", "withdraw", "cancel", "keep", "delegate", "times" })
        {
            using var answer = await client.SubmitAsync(
                MeetingSite.FormOf(korean),
                $"{page}/{step}",
                ("Version", "2"),
                ("Time", MeetingSite.Thursday),
                ("Suggested", MeetingSite.Monday)
            );
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_firm_of_the_same_country_or_an_unknown_one_cannot_be_asked()
    {
        var (korean, _) = await meetings.FirmsAsync();
        var neighbour = await meetings.World.FirmAsync(Country.KR, "이웃");
        using var client = meetings.As(korean);

        foreach (var company in new[] { neighbour.Company, korean.Company, CompanyId.New() })
        {
            using var answer = await client.GetAsync($"/meetings/request?company={company}");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        using var without = await client.GetAsync("/meetings/request?company=nonsense");
        Assert.Equal(HttpStatusCode.NotFound, without.StatusCode);
    }

    [Fact]
    public async Task A_request_that_runs_out_shows_as_expired_and_another_can_be_sent()
    {
        var (korean, chinese) = await meetings.FirmsAsync();
        var page = await meetings.AskedAsync(korean, chinese, MeetingSite.Thursday);
        site.Clock.Advance(TimeSpan.FromDays(4));

        Assert.Contains("Expired", await meetings.PageAsync(chinese, page), StringComparison.Ordinal);
        using (var client = meetings.As(chinese))
        {
            using var late = await client.SubmitAsync(
                MeetingSite.FormOf(korean),
                $"{page}/accept",
                ("Version", "1"),
                ("Time", MeetingSite.Thursday)
            );
            Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        }

        Assert.NotEqual(page, await meetings.AskedAsync(korean, chinese, MeetingSite.Monday));
    }

    [Fact]
    public async Task Requests_that_cross_become_one_agreed_meeting()
    {
        var (korean, chinese) = await meetings.FirmsAsync();
        var first = await meetings.AskedAsync(korean, chinese, MeetingSite.Thursday, MeetingSite.Monday);

        var second = await meetings.AskedAsync(chinese, korean, MeetingSite.Friday, MeetingSite.Monday);

        Assert.Equal(first, second);
        Assert.Equal(MeetingSite.Moment(MeetingSite.Monday), (await meetings.CalendarAsync(korean, first)).Entry.Start!.AsUtc);
    }

    [Fact]
    public async Task A_stale_answer_says_who_was_faster_and_keeps_the_reason()
    {
        var (korean, chinese) = await meetings.FirmsAsync();
        var page = await meetings.AskedAsync(korean, chinese, MeetingSite.Thursday);
        using var client = meetings.As(chinese);
        await AssertDoneAsync(meetings.StepAsync(korean, page, "withdraw", ("Reason", "")));

        using var answer = await client.SubmitAsync(MeetingSite.FormOf(korean), $"{page}/decline", ("Version", "1"), ("Reason", "先不谈"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var shown = await answer.Content.ReadAsStringAsync();
        Assert.Contains("Kim Minji acted first", shown, StringComparison.Ordinal);
        Assert.Contains("先不谈", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asking_again_leads_to_the_request_that_is_open()
    {
        var (korean, chinese) = await meetings.FirmsAsync();
        var page = await meetings.AskedAsync(korean, chinese, MeetingSite.Monday);
        using var client = meetings.As(korean);

        using var answer = await client.GetAsync(new Uri(MeetingSite.FormOf(chinese), UriKind.Relative));

        Assert.Equal(page, answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Stale_times_say_who_was_faster_and_keep_the_message()
    {
        var (korean, chinese) = await meetings.FirmsAsync();
        var page = await meetings.AskedAsync(korean, chinese, MeetingSite.Thursday);
        using var client = meetings.As(chinese);
        await AssertDoneAsync(meetings.StepAsync(korean, page, "withdraw", ("Reason", "")));

        using var answer = await client.SubmitAsync(
            MeetingSite.FormOf(korean),
            $"{page}/times",
            ("Version", "1"),
            ("Minutes", "30"),
            ("Suggested", MeetingSite.Friday),
            ("Message", "周五更合适")
        );

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var shown = await answer.Content.ReadAsStringAsync();
        Assert.Contains("Kim Minji acted first", shown, StringComparison.Ordinal);
        Assert.Contains("周五更合适", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ko", "내 차례")]
    [InlineData("zh-CN", "等我方回复")]
    [InlineData("en", "Waiting for you")]
    public async Task The_list_says_whose_turn_it_is(string language, string words)
    {
        var (korean, chinese) = await meetings.FirmsAsync();
        await meetings.AskedAsync(korean, chinese, MeetingSite.Thursday);

        Assert.Contains(words, await meetings.PageAsync(chinese, "/meetings", language), StringComparison.Ordinal);
        Assert.Contains("class=\"count\">1<", await meetings.PageAsync(chinese, "/about", language), StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"count\">1<", await meetings.PageAsync(korean, "/about", language), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_shows_both_sides_the_times_and_asks_one_for_an_answer()
    {
        var (korean, chinese) = await meetings.FirmsAsync();
        await meetings.AskedAsync(korean, chinese, MeetingSite.Thursday, MeetingSite.Friday);

        var asked = await meetings.PageAsync(chinese, "/meetings");
        var asking = await meetings.PageAsync(korean, "/meetings");

        Assert.All([asked, asking], page => Assert.Contains("2 times to choose from", page, StringComparison.Ordinal));
        Assert.Contains("Answer by", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("Answer by", asking, StringComparison.Ordinal);
        Assert.Contains("until <span", asking, StringComparison.Ordinal);
    }

    private static async Task AssertDoneAsync(Task<HttpResponseMessage> step)
    {
        using var answer = await step;
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
    }
}
