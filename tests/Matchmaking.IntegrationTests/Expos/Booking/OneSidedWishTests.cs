using System.Net;
using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Participation;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Expos.Timetables;
using Matchmaking.IntegrationTests.Expos.Timetables;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Matchmaking.IntegrationTests.Expos.Booking;

/// <summary>
/// Where the wish of one side is enough: a Korean firm wishes to meet three Chinese ones, of which the first says nothing, the second "no thanks",
/// and the third wishes it too.
/// </summary>
public sealed class OneSidedWishTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Fact]
    public async Task Wish_of_one_side_makes_a_meeting_unless_the_other_refuses()
    {
        var fair = await WishedAsync(SchedulingMode.Organiser);
        Assert.Contains("2 meetings are wished", await fair.ReadAsync());
        await fair.RunAsync();
        var meetings = (await fair.DraftAsync()).Meetings;
        Assert.Equal(
            [(false, 2), (true, 4)],
            meetings.Select(meeting => (meeting.IsMust, (int)meeting.Weight)).OrderBy(meeting => meeting.Item2)
        );
        Assert.DoesNotContain(meetings, meeting => IsOf(meeting, fair.Chinese[1]));
        Assert.All(meetings, meeting => Assert.NotNull(meeting.Placement));
    }

    [Fact]
    public async Task Where_both_must_wish_the_same_wishes_make_one_meeting()
    {
        var fair = await WishedAsync(SchedulingMode.Organiser, RequestMode.Mutual);
        Assert.Contains("1 meeting is wished", await fair.ReadAsync());
    }

    [Fact]
    public async Task No_thanks_shows_in_no_count_of_the_organiser()
    {
        var fair = await WishedAsync(SchedulingMode.Organiser);
        var listed = await new ExpoWorld(site).FirmsAsync(fair.Id);
        Assert.Equal((1, 2), (listed.MutualPairs, listed.Pairs));
        Assert.Equal(
            [(0, 1, 0), (0, 0, 0), (1, 1, 1)],
            fair.Chinese.Select(firm => listed.Firms.Single(row => row.Firm.CompanyId == firm.Company))
                .Select(row => (row.Wishes, row.WishedBy, row.Mutual))
        );
        Assert.Equal(2, listed.Firms.Single(row => row.Firm.CompanyId == fair.Korean[0].Company).Wishes);
    }

    [Fact]
    public async Task Group_rules_hold_for_wishes_of_one_side_as_well()
    {
        var fair = await WishedAsync(SchedulingMode.Organiser);
        await site.WithDatabaseAsync(async db =>
        {
            foreach (var group in await db.Set<ExpoGroup>().Where(group => group.ExpoId == fair.Id).ToListAsync())
            {
                db.Entry(group).Property(item => item.Meets).CurrentValue = [];
            }

            return await db.SaveChangesAsync();
        });
        Assert.Contains("0 meetings are wished", await fair.ReadAsync());
    }

    [Fact]
    public async Task Firm_that_wished_sees_the_same_of_one_that_is_silent_and_of_one_that_refuses()
    {
        var fair = new BookedFair(site, await WishedAsync(SchedulingMode.Participants));
        await fair.OpenAsync();
        var (silent, refusing, wishing) = (fair.Fair.Chinese[0], fair.Fair.Chinese[1], fair.Fair.Chinese[2]);
        var own = await fair.ReadAsync(fair.Korean);
        Assert.Contains($"/companies/{wishing.Company}", own);
        Assert.DoesNotContain($"/companies/{silent.Company}", own);
        Assert.DoesNotContain($"/companies/{refusing.Company}", own);
        var meeting = await fair.MeetingAsync(fair.Korean, silent);
        using var client = site.ClientFor(fair.Korean.UserId);
        using var page = await client.GetAsync(fair.Page(meeting));
        using var booked = await fair.BookAsync(fair.Korean, meeting, (await fair.SlotsAsync())[0]);
        Assert.All([page, booked], answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));

        Assert.Contains("Wishes to meet you", await fair.ReadAsync(silent));
        Assert.DoesNotContain($"/companies/{fair.Korean.Company}", await fair.ReadAsync(refusing));
    }

    [Fact]
    public async Task Silent_firm_chooses_the_time_and_from_then_on_either_may_change_it()
    {
        var fair = new BookedFair(site, await WishedAsync(SchedulingMode.Participants));
        await fair.OpenAsync();
        var (silent, slots) = (fair.Fair.Chinese[0], await fair.SlotsAsync());
        var meeting = await fair.BookedAsync(silent, fair.Korean, slots[0]);
        using var cancelled = await fair.CancelAsync(fair.Korean, meeting);
        await fair.BookedAsync(fair.Korean, silent, slots[1]);
    }

    [Fact]
    public async Task Only_firms_that_another_wishes_to_meet_are_asked_to_book()
    {
        var fair = new BookedFair(site, await WishedAsync(SchedulingMode.Participants));
        await site.SettleAsync();
        var mailbox = new Mailbox(site);
        var (asked, refusing) = (await fair.Shown.AddressAsync(fair.Fair.Chinese[0]), await fair.Shown.AddressAsync(fair.Fair.Chinese[1]));
        var earlier = mailbox.All(refusing).Count;
        var before = mailbox.All(asked).Count;
        await fair.OpenAsync();
        await mailbox.NewestAsync(asked, before + 1);
        await site.SettleAsync();
        Assert.Equal(earlier, mailbox.All(refusing).Count);
    }

    private async Task<Fair> WishedAsync(SchedulingMode scheduling, RequestMode requests = RequestMode.OneSided)
    {
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        var expos = new ExpoWorld(site, ("Requests", $"{requests}"), ("Scheduling", $"{scheduling}"));
        var korean = await expos.VerifiedAsync(Country.KR, "한빛");
        var chinese = new List<World.Member>();
        foreach (var number in Enumerable.Range(1, 3))
        {
            chinese.Add(await expos.VerifiedAsync(Country.CN, $"岩恒{number}"));
        }

        var (id, organiser) = await expos.InvitedByAsync([korean, .. chinese]);
        await expos.AttendAsync(id, [korean, .. chinese]);
        await expos.WishAsync(id, korean, [.. chinese.Select(firm => (firm, WishKind.Must))]);
        await expos.WishAsync(id, chinese[1], (korean, WishKind.NoThanks));
        await expos.WishAsync(id, chinese[2], (korean, WishKind.Must));
        var client = site.ClientFor(organiser);
        using var closed = await client.SubmitAsync($"/organise/{id}", $"/organise/{id}/close");
        return new Fair(site, id, client, [korean], chinese);
    }

    private static bool IsOf(DraftMeeting meeting, World.Member firm) =>
        meeting.Meeting.A == firm.Company || meeting.Meeting.B == firm.Company;
}
