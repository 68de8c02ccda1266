using System.Net;
using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Day;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Expos.Timetables;
using Matchmaking.IntegrationTests.Expos.Programme;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Matchmaking.IntegrationTests.Expos.Day;

/// <summary>The hall slot by slot, and what the organiser says of each meeting. The clock of the tests stands; the slots come to it.</summary>
public sealed class HallNowTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private readonly World world = new(site);

    [Theory]
    [InlineData(MeetingHeld.Held, "Took place", "Took place")]
    [InlineData(MeetingHeld.NoShowA, "You did not come", "The other side did not come")]
    [InlineData(MeetingHeld.NoShowB, "The other side did not come", "You did not come")]
    [InlineData(MeetingHeld.NoShowBoth, "Neither side came", "Neither side came")]
    public async Task Both_sides_read_what_became_of_their_meeting_and_nobody_else_does(MeetingHeld state, string first, string second)
    {
        var shown = await BegunAsync();
        var meeting = await FirstAsync(shown);
        using var recorded = await RecordAsync(shown, meeting.MeetingId, ("state", $"{state}"));

        Assert.Contains(first, await shown.ReadAsync(shown.FirmOf(meeting.Meeting.A)));
        Assert.Contains(second, await shown.ReadAsync(shown.FirmOf(meeting.Meeting.B)));
        var others = shown
            .Fair.Korean.Concat(shown.Fair.Chinese)
            .Where(firm => firm.Company != meeting.Meeting.A && firm.Company != meeting.Meeting.B);
        foreach (var other in others)
        {
            Assert.DoesNotContain(first, await shown.ReadAsync(other));
        }

        using var back = await RecordAsync(shown, meeting.MeetingId);
        Assert.DoesNotContain(first, await shown.ReadAsync(shown.FirmOf(meeting.Meeting.A)));
    }

    [Fact]
    public async Task Page_shows_the_slot_that_is_on_and_the_next_one_table_by_table()
    {
        var shown = await BegunAsync(present: 1);
        var slots = (await shown.Fair.ExpoAsync()).Slots.OrderBy(slot => slot.Start).ToList();
        var page = await ReadAsync(shown);
        Assert.Contains($"slot-{slots[1].Id:N}", page);
        Assert.Contains($"slot-{slots[2].Id:N}", page);
        Assert.DoesNotContain($"slot-{slots[0].Id:N}", page);
        Assert.Contains("On now", page);
        Assert.Contains("Still to come", page);

        var earlier = await ReadAsync(shown, $"?slot={slots[0].Id}");
        Assert.Contains($"slot-{slots[0].Id:N}", earlier);
        using var unknown = await shown.Fair.Organiser.GetAsync($"/organise/{shown.Fair.Id}/now?slot={Guid.NewGuid()}");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task Firm_sees_which_of_its_meetings_is_on_and_which_is_next()
    {
        var shown = await BegunAsync(present: 1);
        var slots = (await shown.Fair.ExpoAsync()).Slots.OrderBy(slot => slot.Start).ToList();
        foreach (var firm in shown.Fair.Korean.Concat(shown.Fair.Chinese))
        {
            var own = (await shown.Fair.DraftAsync())
                .Meetings.Where(meeting => meeting.Meeting.A == firm.Company || meeting.Meeting.B == firm.Company)
                .Select(meeting => meeting.Placement?.SlotId)
                .ToHashSet();
            var page = await shown.ReadAsync(firm);
            Assert.Equal(own.Contains(slots[1].Id), page.Contains(">On now<", StringComparison.Ordinal));
            Assert.Equal(slots[2..].Exists(slot => own.Contains(slot.Id)), page.Contains(">Next<", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Meeting_that_has_not_begun_is_neither_held_nor_missed()
    {
        var shown = await BegunAsync();
        var slots = (await shown.Fair.ExpoAsync()).Slots.OrderBy(slot => slot.Start).ToList();
        var late = (await shown.Fair.DraftAsync()).Meetings.First(meeting => meeting.Placement?.SlotId == slots[3].Id);
        using var early = await RecordAsync(shown, late.MeetingId, ("state", "Held"));
        Assert.Contains("has not begun yet", await ReadAsync(shown));
        Assert.False(await site.WithDatabaseAsync(db => db.Set<MeetingRecord>().AnyAsync(record => record.MeetingId == late.MeetingId)));
    }

    [Fact]
    public async Task Record_does_not_follow_a_meeting_that_is_put_elsewhere()
    {
        var shown = await BegunAsync();
        var meeting = await FirstAsync(shown);
        using var recorded = await RecordAsync(shown, meeting.MeetingId, ("state", "NoShowA"));
        Assert.Contains("did not come", await ReadAsync(shown));

        await shown.TakeOffAsync(meeting);
        using var taken = await RecordAsync(shown, meeting.MeetingId, ("state", "Held"));
        Assert.Equal(HttpStatusCode.NotFound, taken.StatusCode);
    }

    [Fact]
    public async Task Nobody_but_the_organiser_sees_the_hall_or_records_a_meeting()
    {
        var shown = await BegunAsync();
        var meeting = await FirstAsync(shown);
        using var foreign = site.ClientFor(await world.ReviewerAsync(Country.KR));
        using var seen = await foreign.GetAsync($"/organise/{shown.Fair.Id}/now");
        using var recorded = await foreign.SubmitAsync("/account", $"/organise/{shown.Fair.Id}/now/{meeting.MeetingId}", ("state", "Held"));
        Assert.All([seen, recorded], answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
    }

    private Task<ShownFair> BegunAsync(int present = 0) => ShownFair.BegunAsync(site, present);

    private static async Task<DraftMeeting> FirstAsync(ShownFair shown)
    {
        var slots = (await shown.Fair.ExpoAsync()).Slots.OrderBy(slot => slot.Start).ToList();
        return (await shown.Fair.DraftAsync()).Meetings.First(meeting => meeting.Placement?.SlotId == slots[0].Id);
    }

    private static async Task<string> ReadAsync(ShownFair shown, string part = "") =>
        WebUtility.HtmlDecode(await shown.Fair.Organiser.GetStringAsync($"/organise/{shown.Fair.Id}/now{part}"));

    private static Task<HttpResponseMessage> RecordAsync(ShownFair shown, Guid meeting, params (string, string)[] fields) =>
        shown.Fair.Organiser.SubmitAsync("/account", $"/organise/{shown.Fair.Id}/now/{meeting}", fields);
}
