using System.Net;
using Matchmaking.Core.Expos.Timetables;
using Matchmaking.Core.Expos.Timetables.Runs;
using Matchmaking.IntegrationTests.Database;
using Matchmaking.IntegrationTests.Site;
using Xunit;

namespace Matchmaking.IntegrationTests.Expos.Booking;

/// <summary>Firms and the organiser change the same draft: nothing is booked twice, and no booking is lost.</summary>
public sealed class BookingRaceTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Fact]
    public async Task Of_firms_that_race_for_the_last_table_one_has_it_and_the_others_choose_anew()
    {
        var fair = await BookedFair.OpenAsync(site);
        var slot = (await fair.SlotsAsync())[0];
        var meetings = new List<DraftMeeting>();
        foreach (var index in new[] { 0, 1, 2 })
        {
            meetings.Add(await fair.MeetingAsync(fair.Fair.Korean[index], fair.Fair.Chinese[index]));
        }

        var answers = await Race.AllAsync(
            meetings.Select(
                (meeting, index) => (Func<Task<HttpResponseMessage>>)(() => fair.BookAsync(fair.Fair.Korean[index], meeting, slot))
            )
        );
        Assert.Equal(2, answers.Count(answer => answer.StatusCode == HttpStatusCode.Redirect));
        var late = answers.Single(answer => answer.StatusCode == HttpStatusCode.Conflict);
        var page = WebUtility.HtmlDecode(await late.Content.ReadAsStringAsync());
        Assert.Contains("no longer free", page);
        Assert.Equal((await fair.SlotsAsync()).Skip(1), BookedFair.Times(page));
        var placed = (await fair.Fair.DraftAsync()).Meetings.Select(meeting => meeting.Placement).OfType<Placement>().ToList();
        Assert.Equal(2, placed.Select(placement => placement.TableId).Distinct().Count());
        Assert.Equal(2, placed.Count);
    }

    [Fact]
    public async Task Both_sides_of_all_meetings_book_at_once_and_nobody_is_in_two_places()
    {
        var fair = await BookedFair.OpenAsync(site);
        var slots = await fair.SlotsAsync();
        var meetings = (await fair.Fair.DraftAsync()).Meetings;
        var answers = await Race.AllAsync(
            meetings.SelectMany(
                (meeting, index) =>
                    new[] { meeting.Meeting.A, meeting.Meeting.B }.Select(
                        (firm, side) =>
                            (Func<Task<HttpResponseMessage>>)(
                                () => fair.BookAsync(fair.Shown.FirmOf(firm), meeting, slots[(index + side) % slots.Count])
                            )
                    )
            )
        );

        Assert.All(answers, answer => Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.Redirect, HttpStatusCode.Conflict }));
        var draft = await fair.Fair.DraftAsync();
        var placed = draft.Meetings.Where(meeting => meeting.Placement is not null).ToList();
        Assert.NotEmpty(placed);
        Assert.Equal(placed.Count, draft.Figures.Placed);
        Assert.DoesNotContain("breaks", await fair.Shown.ReadAsync());
        var seats = placed.SelectMany(meeting => meeting.Placement!.Seats).Select(seat => (seat.SlotId, seat.CompanyId)).ToList();
        Assert.Equal(seats.Distinct().Count(), seats.Count);
    }

    [Fact]
    public async Task Meeting_that_stands_already_is_not_booked_a_second_time()
    {
        var fair = await BookedFair.OpenAsync(site);
        var slots = await fair.SlotsAsync();
        var meeting = await fair.BookedAsync(fair.Korean, fair.Chinese, slots[0]);
        Assert.Contains(
            "has a time already",
            await fair.ToldAsync(fair.Chinese, client => client.SubmitAsync("/account", fair.Page(meeting), ("slot", slots[1])))
        );
        Assert.Equal(slots[0], (await fair.MeetingAsync(fair.Korean, fair.Chinese)).Placement?.SlotId.ToString());
    }

    [Fact]
    public async Task Organiser_undoes_no_step_from_before_a_booking()
    {
        var fair = await BookedFair.OpenAsync(site);
        var slots = await fair.SlotsAsync();
        var meeting = await fair.MeetingAsync(fair.Korean, fair.Chinese);
        var table = (await fair.Fair.ExpoAsync()).Tables[0].Id;
        using var put = await fair.Fair.SendAsync("1/put", ("meeting", $"{meeting.MeetingId}"), ("cell", $"{slots[0]}:{table}"));
        using var taken = await fair.Fair.SendAsync("1/take-off", ("meeting", $"{meeting.MeetingId}"));
        await fair.BookedAsync(fair.Korean, fair.Chinese, slots[2]);
        using var undone = await fair.Fair.SendAsync("1/undo");
        Assert.Equal(slots[2], (await fair.MeetingAsync(fair.Korean, fair.Chinese)).Placement?.SlotId.ToString());
    }

    [Fact]
    public async Task Gaps_are_filled_beside_what_is_booked_and_a_draft_that_would_lose_a_booking_is_not_taken()
    {
        var fair = await BookedFair.OpenAsync(site);
        var slots = await fair.SlotsAsync();
        var first = await fair.BookedAsync(fair.Korean, fair.Chinese, slots[3]);
        await fair.Fair.RunAsync(RunScope.GapsOnly);
        Assert.Equal(slots[3], (await fair.MeetingAsync(fair.Korean, fair.Chinese, draft: 2)).Placement?.SlotId.ToString());
        Assert.Equal(8, (await fair.Fair.DraftAsync(2)).Figures.Placed);

        var gap = (await fair.Fair.DraftAsync(2)).Meetings.First(item =>
            item.Placement is { } place && place.SlotId.ToString() == slots[0]
        );
        await fair.BookedAsync(fair.Shown.FirmOf(gap.Meeting.A), fair.Shown.FirmOf(gap.Meeting.B), slots[1]);
        using var lost = await fair.Fair.SendAsync("2/take", ("confirmed", "true"));
        Assert.Contains("1 meeting that firms have booked would not stand there at its time", await fair.Fair.ReadAsync());
        Assert.Equal(1, (await fair.Fair.ExpoAsync()).ShownDraft);

        await fair.Fair.RunAsync(RunScope.GapsOnly);
        using var kept = await fair.Fair.SendAsync("3/take", ("confirmed", "true"));
        Assert.Equal(3, (await fair.Fair.ExpoAsync()).ShownDraft);
        Assert.Contains($"{fair.Page(first)}/cancel", await fair.ReadAsync(fair.Korean));
    }
}
