using System.Net;
using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Expos.Timetables;
using Matchmaking.IntegrationTests.Expos.Timetables;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Matchmaking.IntegrationTests.Expos.Booking;

/// <summary>Firms choose the times of their meetings on their pages, and give them back.</summary>
public sealed class BookingPagesTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Theory]
    [InlineData("en", "Still to book", "The meeting is booked", "Cancel a booked meeting", "The meeting is cancelled")]
    [InlineData("ko", "예약할 상담", "상담을 예약했어요", "예약한 상담 취소", "상담을 취소했어요")]
    [InlineData("zh-Hans", "待预约", "洽谈已预约", "取消已预约的洽谈", "洽谈已取消")]
    public async Task Firm_books_a_time_with_one_press_and_gives_it_back(
        string language,
        string open,
        string booked,
        string question,
        string cancelled
    )
    {
        var fair = await BookedFair.OpenAsync(site, language);
        var (firm, other) = (fair.Korean, fair.Chinese);
        var meeting = await fair.MeetingAsync(firm, other);
        var slots = await fair.SlotsAsync();
        using var client = site.ClientFor(firm.UserId, language);
        var programme = await PageAsync(client, $"{fair.FirmPage}/programme");
        Assert.Contains(open, programme);
        Assert.Contains($"href=\"{fair.Page(meeting)}\"", programme);
        Assert.Equal(slots, BookedFair.Times(await PageAsync(client, fair.Page(meeting))));

        using var sent = await client.SubmitAsync(fair.Page(meeting), fair.Page(meeting), ("slot", slots[1]));
        programme = await PageAsync(client, sent.Headers.Location!.ToString());
        Assert.Contains(booked, programme);
        Assert.DoesNotContain($"href=\"{fair.Page(meeting)}\"", programme);
        Assert.Contains("10:30 KST", programme);
        Assert.Contains($"{fair.Page(meeting)}/cancel", await fair.ReadAsync(other));
        Assert.Equal(1, (await fair.Fair.DraftAsync()).Figures.Placed);

        Assert.Contains(question, await PageAsync(client, $"{fair.Page(meeting)}/cancel"));
        Assert.NotNull((await fair.MeetingAsync(firm, other)).Placement);
        using var given = await client.SubmitAsync($"{fair.Page(meeting)}/cancel", $"{fair.Page(meeting)}/cancel");
        Assert.Contains(cancelled, await PageAsync(client, given.Headers.Location!.ToString()));
        Assert.Null((await fair.MeetingAsync(firm, other)).Placement);
        Assert.Equal(0, (await fair.Fair.DraftAsync()).Figures.Placed);
        Assert.Equal(
            [AuditActions.ExpoBookingOpened, AuditActions.ExpoMeetingBooked, AuditActions.ExpoBookingCancelled],
            (await TrailAsync(fair.Fair.Id)).TakeLast(3)
        );
    }

    [Theory]
    [InlineData("en", "Let the firms book", "Firms can book now")]
    [InlineData("ko", "기업이 직접 예약하게 하기", "이제 기업이 예약할 수 있어요")]
    [InlineData("zh-Hans", "让企业自行预约", "企业现在可以预约")]
    public async Task Organiser_opens_booking_instead_of_a_search(string language, string offer, string opened)
    {
        var fair = await BookedFair.ClosedAsync(site, language);
        Assert.Contains(offer, await fair.Fair.ReadAsync());
        await fair.OpenAsync();
        Assert.Contains(opened, await fair.Shown.ReadAsync());
        Assert.DoesNotContain(offer, await fair.Fair.ReadAsync());
        Assert.Equal(ExpoState.Preliminary, await fair.Shown.StateAsync());
        Assert.Equal((9, 0), await FiguresAsync(fair));
    }

    [Fact]
    public async Task Where_the_organiser_schedules_nobody_books()
    {
        var fair = await Fair.ClosedAsync(site);
        Assert.DoesNotContain("Open booking", await fair.ReadAsync());
        using var opened = await fair.Organiser.SubmitAsync("/account", $"/organise/{fair.Id}/booking");
        Assert.Equal($"{fair.Page}", opened.Headers.Location?.ToString());
        Assert.Equal(ExpoState.Closed, (await fair.ExpoAsync()).State);
        await fair.RunAsync();
        using var made = await fair.Organiser.SubmitAsync("/account", $"/organise/{fair.Id}/programme/preliminary", ("draft", "1"));

        var booked = new BookedFair(site, fair);
        var meeting = (await fair.DraftAsync()).Meetings.Single(item => item.Placement is null);
        var firm = booked.Shown.FirmOf(meeting.Meeting.A);
        Assert.DoesNotContain("Still to book", await booked.ReadAsync(firm));
        using var client = site.ClientFor(firm.UserId);
        using var page = await client.GetAsync(booked.Page(meeting));
        using var sent = await booked.BookAsync(firm, meeting, (await booked.SlotsAsync())[0]);
        using var cancelled = await booked.CancelAsync(firm, (await booked.Shown.PlacedAsync(firm))[0]);
        Assert.All([page, sent, cancelled], answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
    }

    [Fact]
    public async Task Firms_book_while_the_programme_is_preliminary_and_neither_before_nor_afterwards()
    {
        var fair = await BookedFair.OpenAsync(site);
        var slots = await fair.SlotsAsync();
        var first = await fair.BookedAsync(fair.Korean, fair.Chinese, slots[0]);
        var open = await fair.MeetingAsync(fair.Korean, fair.Fair.Chinese[1]);

        using var back = await fair.Shown.SendAsync("drafts");
        await IsClosedAsync(fair, open, first, slots[1]);
        using var shown = await fair.Shown.SendAsync("preliminary", ("draft", "1"));
        await fair.BookedAsync(fair.Korean, fair.Fair.Chinese[1], slots[1]);
        using var published = await fair.Shown.SendAsync("publish");
        await IsClosedAsync(fair, await fair.MeetingAsync(fair.Korean, fair.Fair.Chinese[2]), first, slots[2]);
        Assert.Equal(2, (await fair.Shown.PlacedAsync(fair.Korean)).Count);
    }

    [Fact]
    public async Task Foreign_expos_and_meetings_are_not_there()
    {
        var fair = await BookedFair.OpenAsync(site);
        var meeting = await fair.BookedAsync(fair.Korean, fair.Chinese, (await fair.SlotsAsync())[0]);
        var open = await fair.MeetingAsync(fair.Korean, fair.Fair.Chinese[1]);
        var stranger = await new ExpoWorld(site).VerifiedAsync(Country.KR, "Saebyeok");
        foreach (var firm in new[] { fair.Fair.Korean[1], fair.Fair.Chinese[2], stranger })
        {
            using var client = site.ClientFor(firm.UserId);
            using var page = await client.GetAsync(fair.Page(open));
            using var question = await client.GetAsync($"{fair.Page(meeting)}/cancel");
            using var booked = await fair.BookAsync(firm, open, (await fair.SlotsAsync())[1]);
            using var cancelled = await fair.CancelAsync(firm, meeting);
            Assert.All([page, question, booked, cancelled], answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
        }

        var closed = await BookedFair.ClosedAsync(site);
        using var agency = site.ClientFor(await new World(site).ReviewerAsync(Country.KR));
        using var opened = await agency.SubmitAsync("/account", $"/organise/{closed.Fair.Id}/booking");
        Assert.Equal(HttpStatusCode.NotFound, opened.StatusCode);
        Assert.Equal(ExpoState.Closed, await closed.Shown.StateAsync());
    }

    [Fact]
    public async Task Plan_that_a_firm_has_booked_is_confirmed_and_published_like_any_other()
    {
        var fair = await BookedFair.OpenAsync(site);
        var slots = await fair.SlotsAsync();
        Assert.DoesNotContain("Confirm the programme", await fair.ReadAsync(fair.Korean));
        await fair.BookedAsync(fair.Korean, fair.Chinese, slots[0]);
        using var confirmed = await fair.Shown.SendAsync(fair.Korean, "confirm", ("revision", await fair.Shown.RevisionAsync(fair.Korean)));
        Assert.Contains("You confirmed this programme", await fair.ReadAsync(fair.Korean));
        await fair.BookedAsync(fair.Fair.Chinese[1], fair.Korean, slots[1]);
        Assert.Contains("has changed since you confirmed it", await fair.ReadAsync(fair.Korean));
        using var published = await fair.Shown.SendAsync("publish");
        Assert.Equal(ExpoState.Published, await fair.Shown.StateAsync());
        Assert.Contains($"/companies/{fair.Chinese.Company}", await fair.ReadAsync(fair.Korean));
    }

    private static async Task IsClosedAsync(BookedFair fair, DraftMeeting open, DraftMeeting booked, string slot)
    {
        foreach (var (page, fields) in new[] { (fair.Page(open), new[] { ("slot", slot) }), ($"{fair.Page(booked)}/cancel", []) })
        {
            Assert.Contains("Booking is closed", await fair.ToldAsync(fair.Korean, client => client.SubmitAsync("/account", page, fields)));
            Assert.Contains("Booking is closed", await fair.ToldAsync(fair.Korean, client => client.GetAsync(page)));
        }
    }

    private static async Task<(int Wished, int Placed)> FiguresAsync(BookedFair fair)
    {
        var draft = await fair.Fair.DraftAsync();
        return (draft.Figures.Wished, draft.Figures.Placed);
    }

    private static async Task<string> PageAsync(HttpClient client, string address) =>
        WebUtility.HtmlDecode(await client.GetStringAsync(address));

    private Task<List<string>> TrailAsync(ExpoId id) =>
        site.WithDatabaseAsync(db =>
            db.Set<AuditEntry>()
                .Where(entry => entry.SubjectId == id.Value)
                .OrderBy(entry => entry.At)
                .ThenBy(entry => entry.Id)
                .Select(entry => entry.Action)
                .ToListAsync()
        );
}
