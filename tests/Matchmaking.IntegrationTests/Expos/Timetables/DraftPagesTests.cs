using System.Data.Common;
using Matchmaking.Core.Auditing;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Expos.Timetables;
using Matchmaking.Core.Expos.Timetables.Runs;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Matchmaking.IntegrationTests.Expos.Timetables;

/// <summary>Meetings of a draft moved by hand, without a script.</summary>
public sealed class DraftPagesTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Theory]
    [InlineData("en", "is meeting", "It is undone.")]
    [InlineData("ko", "이 시간에", "되돌렸어요.")]
    [InlineData("zh-Hans", "此时与", "已撤销。")]
    public async Task Picked_meeting_is_told_where_it_cannot_stand_and_swapped_and_put_back(string language, string busy, string undone)
    {
        var fair = await Fair.DraftedAsync(site, language);
        var before = await fair.DraftAsync();
        var (one, other) = SameSlot(before);
        var page = await fair.ReadAsync($"/1?Pick={one.MeetingId:N}");
        Assert.Contains(busy, page);
        Assert.Contains($"value=\"{Cell(other)}\"", page);
        Assert.DoesNotContain($"<button type=\"submit\" name=\"cell\" value=\"{Cell(one)}\"", page);

        using var put = await fair.SendAsync("1/put", ("meeting", $"{one.MeetingId}"), ("cell", Cell(other)));
        var swapped = await fair.DraftAsync();
        Assert.Equal(Cell(other), Cell(Find(swapped, one)));
        Assert.Equal(Cell(one), Cell(Find(swapped, other)));
        Assert.NotNull(swapped.ChangedAt);
        Assert.Null(swapped.Figures.Bound);
        Assert.All(
            swapped.Meetings.Where(meeting => meeting.Placement is not null),
            meeting => Assert.Equal(2, meeting.Placement!.Seats.Count)
        );

        using var back = await fair.SendAsync("1/undo");
        Assert.Contains(undone, await fair.ReadAsync("/1"));
        Assert.Equal(Places(before), Places(await fair.DraftAsync()));
        Assert.Equal(before.Figures.TableMoves, (await fair.DraftAsync()).Figures.TableMoves);
    }

    [Fact]
    public async Task Place_that_would_break_a_rule_is_refused_and_nothing_moves()
    {
        var fair = await Fair.DraftedAsync(site);
        var draft = await fair.DraftAsync();
        var unplaced = draft.Meetings.Single(meeting => meeting.Placement is null);
        var busy = draft.Meetings.First(meeting => meeting.Placement is not null && Fair.Shares(meeting, unplaced));
        using var refused = await fair.SendAsync("1/put", ("meeting", $"{unplaced.MeetingId}"), ("cell", Cell(busy)));

        Assert.Contains("nothing was moved", await fair.ReadAsync("/1"));
        Assert.Equal(Places(draft), Places(await fair.DraftAsync()));
    }

    [Fact]
    public async Task Meeting_taken_off_makes_room_for_one_that_had_none()
    {
        var fair = await Fair.DraftedAsync(site);
        var draft = await fair.DraftAsync();
        var unplaced = draft.Meetings.Single(meeting => meeting.Placement is null);
        var leaving = Fair.Replaceable(draft);
        using var taken = await fair.SendAsync("1/take-off", ("meeting", $"{leaving.MeetingId}"));
        Assert.Equal(7, (await fair.DraftAsync()).Figures.Placed);
        Assert.Contains($"Pick={leaving.MeetingId:N}#picked", await fair.ReadAsync("/1/why-not"));

        using var put = await fair.SendAsync("1/put", ("meeting", $"{unplaced.MeetingId}"), ("cell", Cell(leaving)));
        var after = await fair.DraftAsync();
        Assert.Equal(8, after.Figures.Placed);
        Assert.Equal(Cell(leaving), Cell(Find(after, unplaced)));
        Assert.Equal(2, after.Moves.Count);
    }

    [Fact]
    public async Task Locked_meeting_stays_by_hand_and_in_the_next_search()
    {
        var fair = await Fair.DraftedAsync(site);
        var draft = await fair.DraftAsync();
        var locked = draft.Meetings.Last(meeting => meeting.Placement is not null);
        var (one, other) = SameSlot(draft);
        using var moved = await fair.SendAsync("1/put", ("meeting", $"{one.MeetingId}"), ("cell", Cell(other)));
        draft = await fair.DraftAsync();
        using var held = await fair.SendAsync("1/lock", ("meeting", $"{locked.MeetingId}"), ("locks", "true"));
        using var refused = await fair.SendAsync("1/take-off", ("meeting", $"{locked.MeetingId}"));
        Assert.Contains("locked", await fair.ReadAsync("/1"));
        Assert.Equal(Places(draft), Places(await fair.DraftAsync()));

        Assert.Equal((RunState.Done, 1), ((await fair.RunAsync(RunScope.AroundLocked)).State, (await fair.LastAsync()).BasedOn));
        var next = Find(await fair.DraftAsync(2), locked);
        Assert.Equal(Cell(Find(draft, locked)), Cell(next));
        Assert.True(next.IsLocked);
    }

    [Fact]
    public async Task Search_for_the_gaps_moves_nothing_that_stands()
    {
        var fair = await Fair.DraftedAsync(site);
        var gone = (await fair.DraftAsync()).Meetings.First(meeting => meeting.Placement is not null);
        using var taken = await fair.SendAsync("1/take-off", ("meeting", $"{gone.MeetingId}"));
        var left = Places(await fair.DraftAsync());
        await fair.RunAsync(RunScope.GapsOnly);

        var filled = await fair.DraftAsync(2);
        Assert.Equal(8, filled.Figures.Placed);
        Assert.Subset(Places(filled), left);
    }

    [Fact]
    public async Task Removed_slot_takes_its_meetings_off_in_every_draft()
    {
        var fair = await Fair.DraftedAsync(site);
        await fair.RunAsync(RunScope.GapsOnly);
        var slot = (await fair.ExpoAsync()).Slots[0].Id;
        using var asked = await fair.Organiser.SubmitAsync("/account", $"/organise/{fair.Id}/remove/slots", ("ids", $"{slot}"));
        Assert.Contains("2 meetings", await asked.Content.ReadAsStringAsync());
        Assert.Equal(8, (await fair.DraftAsync()).Figures.Placed);

        using var removed = await fair.Organiser.SubmitAsync(
            "/account",
            $"/organise/{fair.Id}/remove/slots",
            ("ids", $"{slot}"),
            ("confirmed", "true")
        );
        Assert.Equal(3, (await fair.ExpoAsync()).Slots.Count);
        foreach (var number in new[] { 1, 2 })
        {
            Assert.Equal(6, (await fair.DraftAsync(number)).Figures.Placed);
        }
    }

    [Fact]
    public async Task Meetings_that_the_expo_no_longer_allows_are_marked_and_others_can_still_be_moved()
    {
        var fair = await Fair.DraftedAsync(site);
        var (one, other) = SameSlot(await fair.DraftAsync());
        await site.WithDatabaseAsync(db =>
            db.Set<ExpoFirm>()
                .Where(firm => firm.ExpoId == fair.Id && firm.CompanyId == fair.Korean[0].Company)
                .ExecuteUpdateAsync(firm => firm.SetProperty(item => item.State, ExpoFirmState.Declined))
        );
        Assert.Contains("cannot stay where they are", await fair.ReadAsync("/1"));

        using var taken = await fair.SendAsync("1/take-off", ("meeting", $"{one.MeetingId}"));
        Assert.Equal(7, (await fair.DraftAsync()).Figures.Placed);
        Assert.Contains(
            AuditActions.ExpoMeetingTakenOff,
            await site.WithDatabaseAsync(db =>
                db.Set<AuditEntry>().Where(entry => entry.SubjectId == fair.Id.Value).Select(entry => entry.Action).ToListAsync()
            )
        );
    }

    [Fact]
    public async Task Database_itself_seats_no_firm_and_no_table_twice_in_a_slot()
    {
        var fair = await Fair.DraftedAsync(site);
        var (one, other) = SameSlot(await fair.DraftAsync());
        var seat = one.Placement!.Seats[0];
        await Assert.ThrowsAnyAsync<DbException>(() =>
            site.WithDatabaseAsync(db =>
                db.Set<PlacementSeat>()
                    .Where(item => item.PlacementId == other.Placement!.Id && item.CompanyId == other.Meeting.A)
                    .ExecuteUpdateAsync(item => item.SetProperty(row => row.CompanyId, seat.CompanyId))
            )
        );
        await Assert.ThrowsAnyAsync<DbException>(() =>
            site.WithDatabaseAsync(db =>
                db.Set<Placement>()
                    .Where(item => item.Id == other.Placement!.Id)
                    .ExecuteUpdateAsync(item => item.SetProperty(row => row.TableId, one.Placement!.TableId))
            )
        );
    }

    private static (DraftMeeting One, DraftMeeting Other) SameSlot(ScheduleDraft draft) =>
        draft
            .Meetings.Where(meeting => meeting.Placement is not null)
            .GroupBy(meeting => meeting.Placement!.SlotId)
            .Select(slot => slot.ToList())
            .Where(slot => slot.Count == 2)
            .Select(slot => (slot[0], slot[1]))
            .First();

    private static DraftMeeting Find(ScheduleDraft draft, DraftMeeting meeting) =>
        draft.Meetings.Single(item => item.MeetingId == meeting.MeetingId);

    private static string Cell(DraftMeeting meeting) => $"{meeting.Placement!.SlotId}:{meeting.Placement.TableId}";

    private static HashSet<(Guid, string)> Places(ScheduleDraft draft) =>
        [.. draft.Meetings.Where(meeting => meeting.Placement is not null).Select(meeting => (meeting.MeetingId, Cell(meeting)))];
}
