using System.Net;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Matchmaking.IntegrationTests.Expos.Booking;

/// <summary>What may be booked when, and who cancels it.</summary>
public sealed class BookingRulesTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Fact]
    public async Task Only_times_that_suit_both_firms_are_offered_and_no_other_is_booked()
    {
        var fair = await BookedFair.ClosedAsync(site);
        var slots = await fair.SlotsAsync();
        await site.WithDatabaseAsync(async db =>
        {
            var firm = await db.Set<ExpoFirm>().SingleAsync(item => item.ExpoId == fair.Fair.Id && item.CompanyId == fair.Chinese.Company);
            db.Entry(firm).Property(item => item.Absent).CurrentValue = [Guid.Parse(slots[0])];
            return await db.SaveChangesAsync();
        });
        await fair.OpenAsync();
        await fair.BookedAsync(fair.Korean, fair.Fair.Chinese[1], slots[1]);
        var meeting = await fair.MeetingAsync(fair.Korean, fair.Chinese);
        await AllTablesAsync(fair, slots[3]);

        Assert.Equal([slots[2]], await fair.TimesAsync(fair.Korean, meeting));
        Assert.Equal([slots[2]], await fair.TimesAsync(fair.Chinese, meeting));
        foreach (var slot in slots.Where(slot => slot != slots[2]).Append($"{Guid.NewGuid()}"))
        {
            using var refused = await fair.BookAsync(fair.Korean, meeting, slot);
            var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
            Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
            Assert.Contains("no longer free", page);
            Assert.Equal([slots[2]], BookedFair.Times(page));
        }

        Assert.Null((await fair.MeetingAsync(fair.Korean, fair.Chinese)).Placement);
    }

    [Fact]
    public async Task Slots_that_have_begun_are_not_offered()
    {
        var fair = await BookedFair.OpenAsync(site);
        var slots = await fair.SlotsAsync();
        var booked = await fair.BookedAsync(fair.Korean, fair.Chinese, slots[0]);
        var past = site.Clock.GetUtcNow().UtcDateTime;
        await site.WithDatabaseAsync(db =>
            db.Set<ExpoSlot>()
                .Where(slot => slot.Id == Guid.Parse(slots[0]))
                .ExecuteUpdateAsync(set => set.SetProperty(slot => slot.Start, past))
        );

        var open = await fair.MeetingAsync(fair.Fair.Korean[1], fair.Fair.Chinese[1]);
        Assert.Equal(slots.Skip(1), await fair.TimesAsync(fair.Fair.Korean[1], open));
        Assert.Contains(
            "has changed meanwhile",
            await fair.ToldAsync(fair.Korean, client => client.SubmitAsync("/account", $"{fair.Page(booked)}/cancel"))
        );
    }

    [Fact]
    public async Task Firm_books_no_more_meetings_than_it_may_have()
    {
        var fair = await BookedFair.OpenAsync(site, settings: ("MaxMeetings", "1"));
        var slots = await fair.SlotsAsync();
        await fair.BookedAsync(fair.Korean, fair.Chinese, slots[0]);
        var second = await fair.MeetingAsync(fair.Korean, fair.Fair.Chinese[1]);

        Assert.Contains("as many meetings as it may have", await fair.ReadAsync(fair.Korean));
        Assert.Contains("as many meetings as it may have", await fair.ReadAsync(fair.Korean, fair.Page(second)));
        var theirs = await fair.ReadAsync(fair.Fair.Chinese[1], fair.Page(second));
        Assert.Contains("No time suits at present", theirs);
        Assert.DoesNotContain("as many meetings", theirs);
        using var refused = await fair.BookAsync(fair.Fair.Chinese[1], second, slots[1]);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
    }

    [Fact]
    public async Task Meeting_that_needs_an_interpreter_is_booked_where_one_is_free()
    {
        var fair = await BookedFair.ClosedAsync(site);
        var slots = await fair.SlotsAsync();
        var page = $"/organise/{fair.Fair.Id}/interpreters/new";
        using var added = await fair.Fair.Organiser.SubmitAsync(page, page, ("Name", "金秀"), ("Pairs", "zh-ko"), ("Absent", slots[0]));
        await site.WithDatabaseAsync(db =>
            db.Set<ExpoFirm>()
                .Where(firm => firm.ExpoId == fair.Fair.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(firm => firm.NeedsInterpreter, true))
        );
        await fair.OpenAsync();
        await fair.BookedAsync(fair.Korean, fair.Chinese, slots[1]);
        Assert.Contains("金秀", await fair.ReadAsync(fair.Korean));

        var other = await fair.MeetingAsync(fair.Fair.Korean[1], fair.Fair.Chinese[1]);
        Assert.Equal(slots.Skip(2), await fair.TimesAsync(fair.Fair.Korean[1], other));
    }

    [Fact]
    public async Task Cancelled_place_is_free_for_others_and_only_who_cancelled_books_the_meeting_again()
    {
        var fair = await BookedFair.OpenAsync(site);
        var slots = await fair.SlotsAsync();
        var meeting = await fair.BookedAsync(fair.Korean, fair.Chinese, slots[0]);
        await AllTablesAsync(fair, slots[0], except: 1);
        var other = await fair.MeetingAsync(fair.Korean, fair.Fair.Chinese[2]);
        Assert.DoesNotContain(slots[0], await fair.TimesAsync(fair.Korean, other));

        using var cancelled = await fair.CancelAsync(fair.Chinese, meeting);
        Assert.Contains(slots[0], await fair.TimesAsync(fair.Korean, other));
        Assert.DoesNotContain(fair.Page(meeting), await fair.ReadAsync(fair.Korean));
        using var hidden = await fair.BookAsync(fair.Korean, meeting, slots[1]);
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        await fair.BookedAsync(fair.Chinese, fair.Korean, slots[1]);
        using var again = await fair.CancelAsync(fair.Korean, meeting);
        await fair.BookedAsync(fair.Korean, fair.Chinese, slots[2]);
    }

    [Fact]
    public async Task What_the_organiser_holds_or_moves_is_no_longer_cancelled_by_a_firm()
    {
        var fair = await BookedFair.OpenAsync(site);
        var slots = await fair.SlotsAsync();
        var meeting = await fair.BookedAsync(fair.Korean, fair.Chinese, slots[0]);
        using var locked = await fair.Fair.SendAsync("1/lock", ("meeting", $"{meeting.MeetingId}"), ("locks", "true"));
        await IsRefusedAsync();
        using var unlocked = await fair.Fair.SendAsync("1/lock", ("meeting", $"{meeting.MeetingId}"), ("locks", "false"));
        var table = (await fair.Fair.ExpoAsync()).Tables[0].Id;
        using var moved = await fair.Fair.SendAsync("1/put", ("meeting", $"{meeting.MeetingId}"), ("cell", $"{slots[1]}:{table}"));
        await IsRefusedAsync();
        Assert.Equal(slots[1], (await fair.MeetingAsync(fair.Korean, fair.Chinese)).Placement?.SlotId.ToString());

        async Task IsRefusedAsync()
        {
            Assert.DoesNotContain($"{fair.Page(meeting)}/cancel", await fair.ReadAsync(fair.Korean));
            Assert.Contains(
                "the organiser holds it",
                await fair.ToldAsync(fair.Korean, client => client.SubmitAsync("/account", $"{fair.Page(meeting)}/cancel"))
            );
        }
    }

    /// <summary>Others sit at the tables of a slot.</summary>
    private static async Task AllTablesAsync(BookedFair fair, string slot, int except = 0)
    {
        var (korean, chinese) = (fair.Fair.Korean, fair.Fair.Chinese);
        foreach (var index in Enumerable.Range(1, 2 - except))
        {
            await fair.BookedAsync(korean[index], chinese[index], slot);
        }
    }
}
